import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { Refusal } from '@/server/errors';
import { createDatabase, withClient, withDatabase } from '@/server/postgres/roles';

/** A PostgreSQL in which databases can be made and renamed: our own, or one whose owner role has CREATEDB. */
export type DatabaseServer = {
  /** Signs in to another database than the journal's, as a role that may make and rename databases. */
  adminUrl: string;
  ownerUrl: string;
  runtimeUrl: string;
};

const restoreLock = 72_707_373;

export const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const roleIn = (url: string): string => decodeURIComponent(new URL(url).username);

/** One restore at a time; drafts that killed ones left are removed. @throws Refusal BUSY, or says which right is missing */
export async function withDraft<Result>(
  server: DatabaseServer,
  work: (draft: DatabaseServer, admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  return withClient(server.adminUrl, async (admin) => {
    const { rows } = await admin.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [restoreLock]);
    if (!rows[0]?.held) throw new Refusal('BUSY');
    const name = nameOf(server.ownerUrl);
    await dropDrafts(admin, name);
    const draft = `${name}_draft_${randomBytes(4).toString('hex')}`;
    const roles = { owner: roleIn(server.ownerUrl), runtime: roleIn(server.runtimeUrl) };
    await createDatabase(admin, draft, undefined, roles).catch(explain);
    try {
      const { adminUrl, ownerUrl, runtimeUrl } = server;
      const urls = { ownerUrl: withDatabase(ownerUrl, draft), runtimeUrl: withDatabase(runtimeUrl, draft) };
      return await work({ adminUrl, ...urls }, admin);
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(draft)} WITH (FORCE)`);
    }
  });
}

async function dropDrafts(admin: pg.Client, name: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1 || '_draft_')",
    [name],
  );
  for (const { datname } of rows) await admin.query(`DROP DATABASE ${admin.escapeIdentifier(datname)} WITH (FORCE)`);
}

function explain(error: unknown): never {
  if ((error as { code?: string }).code !== '42501') throw error;
  throw new Refusal('BACKUP_REFUSED', {
    detail:
      'роль DATABASE_OWNER_URL не может создать базу: дайте ей право на время (ALTER ROLE … CREATEDB). Ничего не изменено',
  });
}

const busy = () =>
  new Refusal('BACKUP_REFUSED', {
    detail: 'база занята: остановите приложение и фоновые задания. Прежние данные целы',
  });

/** Says in time what the change of names would say at last: programs use the database whom we may not disconnect. @throws Refusal */
export function assertNotBusy({ adminUrl, ownerUrl }: DatabaseServer): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND NOT pg_has_role(usesysid, 'MEMBER') LIMIT 1",
      [nameOf(ownerUrl)],
    );
    if (rowCount) throw busy();
  });
}

const attempts = 20;

/**
 * Gives the draft the journal's name and the former database the name `aside`, in one transaction: a kill leaves the one or the
 * other, never neither. @throws Refusal when a program that we may not disconnect goes on using the database
 */
export async function swapDatabases(
  admin: pg.Client,
  { name, draft, aside }: { name: string; draft: string; aside: string },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query('BEGIN');
      await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ($1, $2)`, [
        name,
        draft,
      ]);
      await admin.query(`ALTER DATABASE ${admin.escapeIdentifier(name)} RENAME TO ${admin.escapeIdentifier(aside)}`);
      await admin.query(`ALTER DATABASE ${admin.escapeIdentifier(draft)} RENAME TO ${admin.escapeIdentifier(name)}`);
      await admin.query('COMMIT');
      return;
    } catch (error) {
      await admin.query('ROLLBACK');
      const { code } = error as { code?: string };
      if (code === '55006' && attempt < attempts) continue; // somebody came in between
      if (code !== '55006' && code !== '42501') throw error;
      throw busy();
    }
  }
}
