import type { Db } from '@/server/db';

/** The advisory lock under which the timetable is changed. */
const holdSpace = 20_260_602;

/**
 * Takes the timetable for oneself until the transaction ends: what one dispatcher checks no other changes meanwhile. Waits for
 * the other one; the session's limit on waiting holds.
 */
export async function holdTimetable(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${holdSpace}::int, 0)`;
}
