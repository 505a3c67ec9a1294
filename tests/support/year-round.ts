import { expect } from 'vitest';
import { closeYear } from '@/features/academic-year/close-year';
import { openNextYear } from '@/features/academic-year/open-next-year';
import { undoClosing } from '@/features/academic-year/undo-closing';
import type { PrismaClient } from '@/server/prisma/client';
import { runAs, systemActorNow } from '@/server/system-actor';
import { changedTables, digestOf } from './digest';
import { checkInvariants } from './invariants';

/** Seconds that each act took, without the judging between them. */
type Seconds = Record<'close' | 'undo' | 'again' | 'open', number>;

/**
 * A year is closed, taken back, closed again and the next one opened: the undoing is exact, the second closing says what the
 * first said, and I1–I6 hold after each. The product must be signed in to the same database, its clock after the year's end.
 */
export async function goThroughYear(
  owner: PrismaClient,
  yearId: number,
): Promise<{
  closed: Awaited<ReturnType<typeof closeYear.execute>>;
  opened: Awaited<ReturnType<typeof openNextYear.execute>>;
  seconds: Seconds;
}> {
  const actor = await systemActorNow();
  const seconds: Seconds = { close: 0, undo: 0, again: 0, open: 0 };
  const timed = async <Result>(act: keyof Seconds, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    seconds[act] = (performance.now() - started) / 1000;
    return result;
  };
  const close = () => runAs(actor, closeYear, { yearId, reason: 'показательный год' });
  const before = await digestOf(owner);
  const closed = await timed('close', close);
  expect(await checkInvariants(owner)).toEqual([]);
  await timed('undo', () => runAs(actor, undoClosing, { yearId, reason: 'проверка' }));
  expect(changedTables(before, await digestOf(owner)).sort()).toEqual(['audit_change', 'audit_event', 'year_closing']);
  expect(await timed('again', close)).toEqual(closed);
  const opened = await timed('open', () => runAs(actor, openNextYear, { yearId }));
  expect(await checkInvariants(owner)).toEqual([]);
  return { closed, opened, seconds };
}
