import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './prisma/client';

/** A request's way to the database inside or outside a transaction. */
export type Db = Prisma.TransactionClient;

/** Waits end early and a stuck statement ends at all (T-097, T-098): the session's own limits, in milliseconds. */
const sessionLimits = '-c lock_timeout=3000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000';

export function connect(url: string, connections = 10): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    options: sessionLimits,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 20_000 } });
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
