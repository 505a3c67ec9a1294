import { statfs } from 'node:fs/promises';
import pg from 'pg';
import { env } from '@/server/env';
import { version } from '@/server/version';
import { type Disk, healthWarnings } from './health-warnings';

/** What an operator's probe learns; nothing here names a person, a path or a host. */
export type Health = {
  status: 'ok' | 'down';
  database: 'ok' | 'down';
  version: string;
  warnings: string[];
};

const answerWithin = 800; // milliseconds: the whole answer must fit into one second (T-150)

let pool: pg.Pool | undefined;
let running: Promise<Health> | undefined;

/** The state of the installation. It has a connection of its own, so that a busy pool is not taken for a dead database. */
export function loadHealth(): Promise<Health> {
  running ??= inspect().finally(() => {
    running = undefined;
  });
  return running;
}

async function inspect(): Promise<Health> {
  const [skew, disk] = await Promise.all([measureClockSkew(), dataDisk()]);
  const database = skew === undefined ? 'down' : 'ok';
  return { status: database, database, version, warnings: healthWarnings(skew, disk) };
}

/** Database clock minus ours in milliseconds; `undefined` when the database does not answer in time. */
async function measureClockSkew(): Promise<number | undefined> {
  pool ??= openPool();
  try {
    const started = Date.now();
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const middle = (started + Date.now()) / 2;
    return rows[0] ? rows[0].now.getTime() - middle : undefined;
  } catch {
    return undefined;
  }
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    max: 1,
    connectionTimeoutMillis: answerWithin,
    query_timeout: answerWithin,
    application_name: 'vedomost-health',
  });
  opened.on('error', () => undefined); // an idle connection was cut: the next question opens another
  return opened;
}

async function dataDisk(): Promise<Disk | null> {
  return statfs(env().dataDir).catch(() => null);
}
