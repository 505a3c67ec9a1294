import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** How many statements this process sends while `work` goes on, counted at the driver: BEGIN and COMMIT are statements like any other. */
export async function countStatements<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: number }> {
  const real = pg.Client.prototype.query as unknown as Query;
  let statements = 0;
  const counting: Query = function (...args) {
    statements += 1;
    return real.apply(this, args);
  };
  pg.Client.prototype.query = counting as unknown as typeof pg.Client.prototype.query;
  try {
    return { result: await work(), statements };
  } finally {
    pg.Client.prototype.query = real as unknown as typeof pg.Client.prototype.query;
  }
}
