import pg from 'pg';

/** How a statement fails: the server refuses it, or the connection is cut before it arrives. */
export type FailureKind = 'error' | 'cut';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Wire = { connection: { stream: { destroy: () => void } } };

const planned = {
  name: undefined,
  text: `DO $$ BEGIN RAISE EXCEPTION 'planned failure' USING ERRCODE = 'XX000'; END $$`,
  values: [],
};

/**
 * Runs `work` while the N-th statement that this process sends fails (SQLite's method, T-080). Works at the driver, below
 * Prisma, so that BEGIN and COMMIT are statements like any other.
 * @returns whether there was an N-th statement, and what came of the work
 */
export async function withFailingStatement(
  nth: number,
  kind: FailureKind,
  work: () => Promise<unknown>,
): Promise<{ reached: boolean; error: unknown; statement: string }> {
  const real = pg.Client.prototype.query as unknown as Query;
  let count = 0;
  let statement = '';
  const failing: Query = function (...args) {
    count += 1;
    if (count !== nth) return real.apply(this, args);
    statement = textOf(args[0]);
    if (kind === 'cut') {
      (this as unknown as Wire).connection.stream.destroy();
      return real.apply(this, args);
    }
    if (/^commit/i.test(statement)) return refuseCommit(this, real);
    const callback = args.find((arg) => typeof arg === 'function');
    const config = typeof args[0] === 'object' ? { ...args[0], ...planned } : planned;
    return real.apply(this, callback ? [config, callback] : [config]);
  };
  pg.Client.prototype.query = failing as unknown as typeof pg.Client.prototype.query;
  try {
    await work();
    return { reached: count >= nth, error: undefined, statement };
  } catch (error) {
    return { reached: count >= nth, error, statement };
  } finally {
    pg.Client.prototype.query = real as unknown as typeof pg.Client.prototype.query;
  }
}

/** A server that refuses a commit has rolled the transaction back. */
async function refuseCommit(client: pg.Client, real: Query): Promise<never> {
  await real.call(client, 'ROLLBACK');
  throw Object.assign(new Error('planned failure of a commit'), { code: 'XX000', severity: 'ERROR' });
}

function textOf(config: unknown): string {
  if (typeof config === 'string') return config;
  return typeof config === 'object' && config !== null && 'text' in config ? String(config.text) : '';
}
