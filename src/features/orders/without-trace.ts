import type { Db } from '@/server/db';

/** Does the work and takes it back: what it answers is what it would do, to the last value. Locks stay until the commit. */
export async function withoutTrace<Result>(tx: Db, work: () => Promise<Result>): Promise<Result> {
  await tx.$executeRaw`SAVEPOINT trial`;
  const result = await work();
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT trial`;
  return result;
}
