import { z } from 'zod';
import { dropBytes } from '@/features/files/drop-bytes';
import { idField } from '@/features/institution/inputs';
import { defineCommand, type Outcome, type RunArgs } from '@/server/command';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { Prisma } from '@/server/prisma/client';
import { importPermissions, requireKind } from './all-kinds';
import type { Act, ImportKind } from './kind';
import { readBytes } from './read-bytes';
import type { ReadLines } from './read-lines';
import { holdRun } from './run-row';
import { settingOf } from './setting';
import { type Checked, type Counts, checkTable, openTable, refusalReason } from './table-check';
import { tellWritten } from './writing-progress';

type Told = { state: 'checked' | 'refused' | 'done'; counts: Counts | null };
/** `meta` without the key of the request: that is of the whole. */
type Prepared = { meta: { address: string; device: string }; opened: ReadLines | { refused: string } | null };

/** Rows of a report: place, fate, the record's id. */
export type ReportRow = [place: number, fate: 'new' | 'changed' | 'same', recordId: number | null];

/**
 * Checks a table that was brought, or writes it, whichever its state asks for: all of it by the commands of the kind in one
 * transaction, or nothing (T-106). Before it writes it judges again: where the college is no longer what it was when the rows
 * were shown, they are shown anew instead. One that is done answers what it did.
 */
export const carryOutImport = defineCommand({
  name: 'import.carry-out',
  permission: importPermissions,
  input: z.strictObject({ runId: idField }),
  period: 'none',
  long: true,
  prepare: async ({ actor, input: { runId }, meta: { address, device } }): Promise<Prepared> => {
    const run = await db().importRun.findUnique({
      where: { id: runId },
      select: { kind: true, fileKey: true, pasted: true, state: true },
    });
    const over = !run || run.state === 'done' || run.state === 'discarded';
    return { meta: { address, device }, opened: over ? null : await open(requireKind(actor, run.kind), run) };
  },
  run: async (args): Promise<Outcome<Told>> => {
    const { tx, actor, input, prepared } = args;
    await tx.$executeRaw`SELECT set_config('statement_timeout', '120s', true)`;
    const run = await holdRun(tx, actor, input.runId);
    if (run.state === 'done') return { result: { state: 'done', counts: run.counts as Counts }, audit: [] };
    if (!prepared.opened || run.state === 'discarded') throw new Refusal('NOT_FOUND');
    if ('refused' in prepared.opened) return refuse(args, run, prepared.opened.refused);
    const kind = requireKind(actor, run.kind);
    const setting = settingOf(tx, actor);
    const checked = await checkTable(kind, prepared.opened, setting);
    const asShown = run.state === 'writing' && checked.digest === run.digest;
    if (!asShown || checked.counts.wrong > 0) return show(args, run.state, checked);
    return write(args, kind, run.fileKey, checked);
  },
});

type Args = RunArgs<{ runId: number }, Prepared>;

async function open(kind: ImportKind, run: { fileKey: string; pasted: boolean }): Promise<Prepared['opened']> {
  try {
    return await openTable(kind, await readBytes(db(), run.fileKey), run.pasted);
  } catch (error) {
    const refused = refusalReason(error);
    if (refused === null) throw error;
    return { refused };
  }
}

async function refuse(
  { tx, input: { runId } }: Args,
  { state: before, fileKey }: { state: string; fileKey: string },
  refusal: string,
): Promise<Outcome<Told>> {
  await dropBytes(tx, fileKey);
  await tx.importRun.update({ where: { id: runId }, data: { state: 'refused', refusal } });
  return { result: { state: 'refused', counts: null }, audit: stateStep(runId, before, 'refused') };
}

async function show({ tx, input: { runId } }: Args, before: string, checked: Checked): Promise<Outcome<Told>> {
  const { counts, digest, unread, rows } = checked;
  const data = {
    state: 'checked',
    counts,
    digest,
    rows: { unread: [...unread], stale: before === 'writing', rows },
  } as const;
  await tx.importRun.update({ where: { id: runId }, data });
  return { result: { state: 'checked', counts }, audit: stateStep(runId, before, 'checked') };
}

async function write(args: Args, kind: ImportKind, fileKey: string, checked: Checked): Promise<Outcome<Told>> {
  const { tx, actor, now, input, prepared } = args;
  const { runId } = input;
  const act: Act = (command, given) => command.execute(actor, given, prepared.meta, tx);
  await checked.write(act, (done) => tellWritten(runId, done));
  const report = checked.seen.map(({ place, verdict }): ReportRow => [place, verdict.fate, verdict.recordId]);
  await dropBytes(tx, fileKey);
  const data = { state: 'done', doneAt: now, report, rows: Prisma.DbNull } as const;
  await tx.importRun.update({ where: { id: runId }, data });
  const { new: added, changed, same } = checked.counts;
  const step = { entity: 'importRun', field: 'written', recordId: runId, before: null };
  const after = `${kind.id}: ${added} + ${changed} + ${same}`;
  return {
    result: { state: 'done', counts: checked.counts },
    audit: { object: 'importRun', objectId: runId, steps: [{ ...step, after }] },
  };
}

const stateStep = (runId: number, before: string, after: string) => ({
  object: 'importRun',
  objectId: runId,
  steps: [{ entity: 'importRun', field: 'state', recordId: runId, before, after }],
});
