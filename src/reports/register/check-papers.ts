import { z } from 'zod';
import type { JobKind, JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { counted } from '@/texts/plural';
import { verifyLedger } from '../ledger/verify-ledger';

export const checkPapersKind = { kind: 'check-papers', payload: z.strictObject({}) } satisfies JobKind;

type Work = { signal: AbortSignal; progress: (done: number, total: number, note?: string) => Promise<void> };

/**
 * Compares every paper of the years that are not closed with the journal (T-090); those of closed years can change no more. The
 * result names papers by id, so that the register can show what was found of each.
 */
export async function checkPapers({ progress }: Work): Promise<JobResult> {
  const papers = await db().$queryRaw<{ id: number; number: string; code: string }[]>`
    SELECT d.id, d.number, d.code FROM printed_document d JOIN academic_period p ON p.id = (d.params ->> 'period')::int
      JOIN academic_year y ON y.id = p.year_id
    WHERE d.report_id = 'period-ledger' AND y.closed_at IS NULL ORDER BY d.id DESC LIMIT 2000`;
  const [matching, differing]: [number[], number[]] = [[], []];
  for (const [index, { id, number, code }] of papers.entries()) {
    await progress(index, papers.length, `№ ${number}`);
    const answer = await verifyLedger(code);
    (answer?.matches ? matching : differing).push(id);
  }
  await progress(papers.length, papers.length);
  const found = differing.length === 0 ? 'все совпадают' : `не совпадают: ${differing.length}`;
  const said =
    papers.length === 0
      ? 'Печатей за открытые годы нет'
      : `Сверено: ${counted(papers.length, 'ведомость', 'ведомости', 'ведомостей')}, ${found}`;
  return { said, matching: matching.join(), differing: differing.join() };
}
