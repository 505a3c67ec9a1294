import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileLimits } from '@/domain/files/kinds';
import { importKinds } from '@/features/import/all-kinds';
import { beginImport } from '@/features/import/begin-import';
import { carryOutImport } from '@/features/import/carry-out-import';
import { confirmImport } from '@/features/import/confirm-import';
import { countsInWords } from '@/features/import/counts-in-words';
import type { ImportKind } from '@/features/import/kind';
import type { KeptRow } from '@/features/import/table-check';
import { listening } from '@/features/import/writing-progress';
import { db } from '@/server/db';
import { runAs, systemActorNow } from '@/server/system-actor';
import { consoleError } from './refusal-words';
import { UsageError } from './usage';

/**
 * `import <kind> <file> [--check]`: checks every row of a table and writes all of it or nothing; --check only checks. Exit code 1
 * when rows have errors, which are named with their places. @throws UsageError, Error with the reason
 */
export async function runImport(args: readonly string[]): Promise<void> {
  const { kind, file, check } = readArgs(args);
  const runId = await begin(kind, file);
  try {
    const actor = await systemActorNow();
    const carryOut = () => runAs(actor, carryOutImport, { runId });
    const { counts } = await carryOut();
    const run = await db().importRun.findUniqueOrThrow({ where: { id: runId } });
    if (!counts) throw new Error(run.refusal ?? 'Файл не принят.');
    console.log(countsInWords(counts));
    tellErrors(kind, (run.rows as { rows: KeptRow[] } | null)?.rows ?? []);
    if (counts.wrong > 0) throw new Error('Ничего не записано: исправьте строки с ошибками.');
    if (check || counts.new + counts.changed === 0) return;
    await runAs(actor, confirmImport, { runId });
    const tell = async (done: number) => console.log(`записано строк: ${done}`);
    const { state } = await listening(runId, tell, carryOut);
    if (state !== 'done') throw new Error('Ничего не записано: данные колледжа изменились, повторите команду.');
  } catch (error) {
    throw consoleError(error);
  }
}

/** The kind that is meant. @throws UsageError */
export function kindNamed(name: string | undefined): ImportKind {
  const kind = importKinds.find(({ id }) => id === name);
  if (!kind) throw new UsageError(`the kinds are ${importKinds.map(({ id }) => id).join(', ')}`);
  return kind;
}

function readArgs(args: readonly string[]): { kind: ImportKind; file: string; check: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [name, file] = positionals;
    if (file === undefined || positionals.length > 2) throw new UsageError('import <kind> <file> [--check]');
    return { kind: kindNamed(name), file, check: values.check };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError('import <kind> <file> [--check]');
  }
}

async function begin({ id: kind }: ImportKind, file: string): Promise<number> {
  const bytes = new Uint8Array(await readFile(file));
  const [key, hash] = [randomBytes(16).toString('base64url'), createHash('sha256').update(bytes).digest('hex')];
  const actor = await systemActorNow();
  for (let at = 0, ordinal = 0; at < bytes.length; at += fileLimits.chunk, ordinal += 1) {
    const piece = bytes.slice(at, at + fileLimits.chunk);
    await db().fileChunk.create({ data: { fileKey: key, ordinal, bytes: piece, receivedAt: actor.now } });
  }
  const { id } = await runAs(actor, beginImport, { kind, name: path.basename(file), key, hash });
  return id;
}

function tellErrors({ columns }: ImportKind, rows: readonly KeptRow[]): void {
  const titles = Object.values(columns).map(({ title }) => title);
  for (const { place, errors } of rows)
    for (const { column, text } of errors) console.log(`строка ${place}, ${titles[column] ?? 'вся строка'}: ${text}`);
}
