import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** First number of the advisory locks under which years are closed and opened; the second is the year. */
const holdSpace = 20_260_601;

/**
 * Takes a year for oneself until the transaction ends and gives it the time that a whole college needs. Of two
 * administrators at once one is told so (T-105). @throws Refusal BUSY
 */
export async function holdYear(tx: Db, yearId: number): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '240s', true), set_config('lock_timeout', '20s', true)`;
  const [row] = await tx.$queryRaw<
    { held: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${holdSpace}::int, ${yearId}::int) AS held`;
  if (!row?.held) throw new Refusal('BUSY');
}

export type YearWork = { kind: 'close' | 'undo' | 'open'; step: number; of: number };

/**
 * Says how far the work on a year has come: in the connection's name, which everybody sees at once, no transaction keeps back
 * and a killed process leaves no trace of.
 */
export async function tellYearWork(tx: Db, yearId: number, { kind, step, of }: YearWork): Promise<void> {
  await tx.$executeRaw`SELECT set_config('application_name', ${`year ${yearId} ${kind} ${step} ${of}`}, true)`;
}

/** The work that is going on on a year, by whichever process; null when there is none. */
export async function readYearWork(db: Db, yearId: number): Promise<YearWork | null> {
  const [row] = await db.$queryRaw<{ name: string }[]>`SELECT application_name AS name FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE ${`year ${yearId} %`} LIMIT 1`;
  const [, , kind, step, of] = row?.name.split(' ') ?? [];
  if (kind !== 'close' && kind !== 'undo' && kind !== 'open') return null;
  return { kind, step: Number(step), of: Number(of) };
}
