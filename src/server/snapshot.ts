import { type Db, db } from './db';

/** Reads of one moment (printing, export, backup): a read-only transaction that sees one snapshot of the database. */
export function snapshot<Result>(work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  );
}
