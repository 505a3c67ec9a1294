import pg from 'pg';
import { type BackupFacts, backupWarnings } from '@/features/backup/backup-state';
import { dataDisk } from '@/server/disk-space';
import { backupSettings, env } from '@/server/env';
import { version } from '@/server/version';
import { healthWarnings } from './health-warnings';

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
  const warnings = [...healthWarnings(measured?.skew, disk, measured?.jobsWait), ...(measured?.backups ?? [])];
  return { status: database, database, version, warnings };
}

type Measured = {
  /** Database clock minus ours, milliseconds. */
  skew: number;
  /** How long the oldest job that could begin has waited, seconds. */
  jobsWait: number;
  /** What is amiss with the copies. */
  backups: string[];
};

/** `undefined` when the database does not answer in time. */
async function askDatabase(): Promise<Measured | undefined> {
  pool ??= openPool();
  try {
    const started = Date.now();
    const { rows } = await pool.query<Answer>(question);
    const middle = (started + Date.now()) / 2;
    if (!rows[0]) return undefined;
    const { now, wait, today, installed, ...facts } = rows[0];
    const backups = installed && copiesAreExpected() ? backupWarnings(facts, today) : [];
    return { skew: now.getTime() - middle, jobsWait: wait, backups };
  } catch {
    return undefined;
  }
}

type Answer = BackupFacts & { now: Date; wait: number; today: Date; installed: boolean };

/** A demo or test without a place for copies misses none; production always does (T-116). */
function copiesAreExpected(): boolean {
  return env().mode === 'production' || backupSettings().folders.some((folder) => folder !== undefined);
}

/** A job that is tried again later does not wait for a worker. */
const question = `SELECT clock_timestamp() AS now, coalesce(extract(epoch FROM app_now() - (SELECT min(created_at) FROM background_job
  WHERE state = 'queued' AND not_before IS NULL)), 0)::float8 AS wait, app_now() AS today, EXISTS (SELECT 1 FROM institution) AS installed,
  last_copy AS "lastCopy", media, last_drill AS "lastDrill", first_copy AS "firstCopy",
  (SELECT max(finished_at) FROM background_job WHERE kind = 'backup' AND state = 'failed') AS "lastFailure" FROM backup_facts`;

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
