import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './prisma/client';

/** A request's way to the database inside or outside a transaction. */
export type Db = Prisma.TransactionClient;

/**
 * Waits end early and a stuck statement ends at all (T-097, T-098): the session's own limits, in milliseconds. The level of
 * isolation is said once a connection and not with every transaction.
 */
const sessionLimits =
  '-c lock_timeout=3000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 ' +
  '-c default_transaction_isolation=read\\ committed';

export function connect(url: string, connections = 10): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: url, max: connections, connectionTimeoutMillis: 5000, options: sessionLimits },
    { statementNameGenerator: ({ sql }) => statementName(sql) },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 20_000 } });
}

const names = new Map<string, string>();

/**
 * Our own statements are prepared once per connection: planning costs the hot reads more than running. Prisma's generated
 * ones have a text for every length of a list and stay unnamed.
 */
function statementName(sql: string): string {
  if (/^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM) "public"/.test(sql) || sql.length < 200) return '';
  const known = names.get(sql);
  if (known) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}

const holder = globalThis as { vedomostDb?: PrismaClient };

/** The process's client. Lazy, so that a build needs no database; kept across hot reloads. */
export function db(): PrismaClient {
  holder.vedomostDb ??= connect(env().databaseUrl);
  return holder.vedomostDb;
}

/** Makes tests, seeds and the command line use another database than the environment's. */
export function useDatabase(client: PrismaClient): void {
  holder.vedomostDb = client;
}
