import { isIP } from 'node:net';
import type pg from 'pg';
import { type BackupFacts, backupWarnings } from '@/features/backup/backup-state';
import { missingMigrations, readMigrations } from '@/server/postgres/migrate';
import { durability, unguardedFunctions } from '@/server/postgres/production-guard';
import { withClient } from '@/server/postgres/roles';
import { migrationsFolder } from '../local-database';
import type { DatabaseFacts, Facts } from './facts';

/** What the role of `url` can see of its server and its database. */
export async function databaseFacts(url: string): Promise<Facts['database']> {
  try {
    return await withClient(url, async (client) => ({
      ...(await serverFacts(client)),
      ...(await contents(client)),
      missingMigrations: await schemaLag(url),
    }));
  } catch (error) {
    return { unreachable: (error as { code?: string }).code ?? 'no answer' };
  }
}

type ServerRow = Pick<
  DatabaseFacts,
  'version' | 'off' | 'passwordEncryption' | 'powerful' | 'owns' | 'russianOrder' | 'talkativeLog'
> & {
  now: Date;
  encrypted: boolean;
  address: string | null;
};

async function serverFacts(client: pg.Client) {
  const asked = Date.now();
  const { rows } = await client.query<ServerRow>(serverQuestion, [durability]);
  const { now, encrypted, address, ...facts } = only(rows);
  const skew = now.getTime() - (asked + Date.now()) / 2;
  const unguarded = await unguardedFunctions(client);
  return { ...facts, unguarded, skew, exposed: !encrypted && address !== null && isPublic(address) };
}

const serverQuestion = `SELECT clock_timestamp() AS now, current_setting('server_version_num')::int / 10000 AS version,
    current_setting('password_encryption') AS "passwordEncryption", host(inet_server_addr()) AS address,
    ARRAY(SELECT name FROM pg_settings WHERE setting = 'off' AND name = ANY ($1)) AS off,
    'ё'::text < 'ж'::text AS "russianOrder",
    current_setting('log_error_verbosity') <> 'terse' OR current_setting('log_min_error_statement') <> 'panic' AS "talkativeLog",
    (SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS powerful,
    EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) = current_user) AS owns,
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted`;

type Contents = Pick<DatabaseFacts, 'demo' | 'movableClock' | 'jobsWait' | 'installed' | 'administrators' | 'backups'>;

async function contents(client: pg.Client): Promise<Contents> {
  const { rows } = await client.query<{ schema: boolean; movable: boolean }>(
    `SELECT to_regclass('public.backup_facts') IS NOT NULL AS schema, to_regclass('public.clock_override') IS NOT NULL AS movable`,
  );
  const { schema, movable: movableClock } = only(rows);
  if (!schema) return { demo: false, movableClock, jobsWait: 0, installed: false, administrators: 0, backups: [] };
  const { rows: filled } = await client.query<ContentsRow>(contentsQuestion);
  const { now, lastCopy, media, lastDrill, firstCopy, lastFailure, ...rest } = only(filled);
  const backups = rest.installed ? backupWarnings({ lastCopy, media, lastDrill, firstCopy, lastFailure }, now) : [];
  return { ...rest, backups, movableClock };
}

type ContentsRow = Omit<Contents, 'movableClock' | 'backups'> & BackupFacts & { now: Date };

const contentsQuestion = `SELECT app_now() AS now, last_copy AS "lastCopy", media, last_drill AS "lastDrill", first_copy AS "firstCopy",
    (SELECT max(finished_at) FROM background_job WHERE kind = 'backup' AND state = 'failed') AS "lastFailure",
    EXISTS (SELECT 1 FROM institution) AS installed, EXISTS (SELECT 1 FROM institution WHERE demo) AS demo,
    coalesce(extract(epoch FROM app_now() - (SELECT min(created_at) FROM background_job
      WHERE state = 'queued' AND not_before IS NULL)), 0)::float8 AS "jobsWait",
    (SELECT count(DISTINCT a.person_id)::int FROM account a JOIN staff_position s ON s.staff_id = a.person_id
      JOIN role_permission r ON r.role = s.role AND r.permission = 'accounts.manage'
      CROSS JOIN (SELECT (app_now() AT TIME ZONE time_zone)::date AS today FROM institution) day
      WHERE a.blocked_at IS NULL AND s.starts_on <= today AND (s.ends_on IS NULL OR s.ends_on >= today)) AS administrators
    FROM backup_facts`;

/** A schema that somebody altered lags behind as well: nothing can be applied to it. */
async function schemaLag(url: string): Promise<readonly string[]> {
  return missingMigrations(url, readMigrations(migrationsFolder)).catch((error: unknown) => [String(error)]);
}

/** Networks of one's own: loopback, RFC 1918, unique local and link-local addresses. */
function isPublic(address: string): boolean {
  const own =
    isIP(address) === 4
      ? /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/
      : /^(?:::1$|f[cd]|fe80:)/i;
  return !own.test(address);
}

function only<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('the database gave no row');
  return row;
}
