import { statfs } from 'node:fs/promises';
import pg from 'pg';
import { env } from '@/server/env';
import { version } from '@/server/version';

/** What an operator's probe learns; nothing here names a person, a path or a host. */
export type Health = {
  status: 'ok' | 'down';
  database: 'ok' | 'down';
  version: string;
  warnings: string[];
};

const answerWithin = 800; // milliseconds: the whole answer must fit into one second (T-150)
const clockSkewLimit = 5_000; // milliseconds (T-103)
const gibibyte = 1024 ** 3;

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
  const [skew, freeSpace] = await Promise.all([measureClockSkew(), hasFreeSpace()]);
  const database = skew === undefined ? 'down' : 'ok';
  const warnings: string[] = [];
  if (skew !== undefined && Math.abs(skew) > clockSkewLimit) warnings.push('clock-skew');
  if (!freeSpace) warnings.push('disk-space');
  return { status: database, database, version, warnings };
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

/** Whether saving may go on: at least 1 GiB and 5 % of the data disk are free (T-095). */
async function hasFreeSpace(): Promise<boolean> {
  try {
    const disk = await statfs(env().dataDir);
    return disk.bavail * disk.bsize >= Math.max(gibibyte, disk.blocks * disk.bsize * 0.05);
  } catch {
    return true; // no local data folder: the database's disk is watched where it stands
  }
}
