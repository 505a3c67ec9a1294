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
  const [measured, disk] = await Promise.all([askDatabase(), dataDisk()]);
  const database = measured === undefined ? 'down' : 'ok';
  return { status: database, database, version, warnings: healthWarnings(measured?.skew, disk, measured?.jobsWait) };
}

type Measured = {
  /** Database clock minus ours, milliseconds. */
  skew: number;
  /** How long the oldest job that could begin has waited, seconds. */
  jobsWait: number;
};

/** `undefined` when the database does not answer in time. */
async function askDatabase(): Promise<Measured | undefined> {
  pool ??= openPool();
  try {
    const started = Date.now();
    const { rows } = await pool.query<{ now: Date; wait: number }>(question);
    const middle = (started + Date.now()) / 2;
    return rows[0] ? { skew: rows[0].now.getTime() - middle, jobsWait: rows[0].wait } : undefined;
  } catch {
    return undefined;
  }
}

/** A job that is tried again later does not wait for a worker. */
const question = `SELECT clock_timestamp() AS now, coalesce(extract(epoch FROM app_now() - (SELECT min(created_at) FROM background_job
  WHERE state = 'queued' AND not_before IS NULL)), 0)::float8 AS wait`;

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
