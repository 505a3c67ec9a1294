import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { loadRequester } from '@/server/load-requester';
import { number } from '@/texts/format';
import { printedLedger } from '../ledger/ledger-pdf';
import { type PrintedLedger, printLedger } from '../ledger/print-ledger';
import type { CollegePrint } from './kind';
import { jobFolder, packageFile } from './places';
import { type ZipEntry, zipFiles } from './zip-files';

type Work = {
  jobId: number;
  requestedById: number | null;
  signal: AbortSignal;
  progress: (done: number, total: number, note?: string) => Promise<void>;
};

/**
 * Prints group by group in the name of whoever asked: register row first, then the paper into a file; at last one package of all.
 * Begun anew after a kill it finds its papers by the keys of the same requests and goes on where it was (T-084).
 */
export async function printCollege({ period, groups }: CollegePrint, work: Work): Promise<JobResult> {
  const { jobId, progress, signal } = work;
  await mkdir(jobFolder(jobId), { recursive: true });
  const entries: ZipEntry[] = [];
  let pages = 0;
  const total = groups.length + 1;
  const names = new Map(
    (await db().studentGroup.findMany({ where: { id: { in: groups } } })).map((one) => [one.id, one.name]),
  );
  for (const [index, group] of groups.entries()) {
    const name = names.get(group) ?? '';
    await progress(index, total, name);
    const printed = await printGroup({ group, period }, work);
    if (!printed) continue;
    pages += printed.pages;
    entries.push({ path: printed.file, name: `${printed.number} ${name.replaceAll(/[/\\:*?"<>|]/g, '_')}.pdf` });
  }
  await progress(groups.length, total, 'упаковка');
  if (entries.length === 0) throw new Refusal('NOT_FOUND');
  await zipFiles(packageFile(jobId), entries, signal);
  for (const entry of entries) await rm(entry.path, { force: true }); // each is drawn again from the register by its code
  await progress(total, total);
  const skipped = groups.length - entries.length;
  const rest = skipped > 0 ? `; без записей за период, не напечатано: ${skipped}` : '';
  return { said: `Ведомостей: ${entries.length}, страниц: ${number(pages)}${rest}`, papers: entries.length, pages };
}

/** Null when the group has nothing to print. @throws Refusal FORBIDDEN when the requester may print no more */
async function printGroup(
  params: { group: number; period: number },
  { jobId, requestedById, signal }: Work,
): Promise<(PrintedLedger & { file: string }) | null> {
  const actor = await loadRequester(requestedById ?? 0);
  if (!actor) throw new Refusal('FORBIDDEN');
  const meta = { address: 'local', device: 'background job', idempotencyKey: `job-${jobId}-group-${params.group}` };
  const printed = await printLedger.execute(actor, params, meta).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  });
  if (!printed) return null;
  const file = path.join(jobFolder(jobId), `${params.group}.pdf`);
  if (!existsSync(file)) {
    const paper = await printedLedger(actor, printed.code, signal);
    if (!paper) throw new Refusal('NOT_FOUND');
    const draft = `${file}.${randomUUID()}`;
    await pipeline(paper.stream, createWriteStream(draft), { signal });
    await rename(draft, file);
  }
  return { ...printed, file };
}
