type SqlReader = {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
};

/**
 * The one clock of the product: `app_now()` of the database, to the microsecond cut to milliseconds. Deadlines, locks
 * and audit read it, never `new Date()`, so that a wrong clock of the application machine changes nothing (T-103).
 */
export async function readClock(db: SqlReader): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
  if (!row) throw new Error('app_now() gave no row');
  return row.now;
}
