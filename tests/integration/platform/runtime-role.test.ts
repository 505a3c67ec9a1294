import { beforeAll, describe, expect, test } from 'vitest';
import { productionRefusals } from '@/server/postgres/production-guard';
import { ownerRole, runtimeRole, withClient } from '@/server/postgres/roles';
import { testDatabase } from '../../support/database';

const insertAudit = `INSERT INTO audit_event (at, roles, address, device, command, object, result)
  VALUES (app_now(), 'teacher', '127.0.0.1', '-', 'test', 'lesson', 'ok')`;

/** What a program that was broken into would try first. */
const attempts = [
  ['change an audit row', "UPDATE audit_event SET roles = 'admin'"],
  ['delete an audit row', 'DELETE FROM audit_event'],
  ['delete a mark', 'DELETE FROM mark'],
  ['delete an assignment', 'DELETE FROM assignment'],
  ['empty the audit', 'TRUNCATE audit_event CASCADE'],
  ['delete an audited value', 'DELETE FROM audit_change'],
  ['switch a trigger off', 'ALTER TABLE audit_event DISABLE TRIGGER ALL'],
  ['drop a trigger', 'DROP TRIGGER append_only ON audit_event'],
  ['drop a table', 'DROP TABLE audit_event CASCADE'],
  ['play a replica, which skips triggers', 'SET session_replication_role = replica'],
  ['become the owner', `SET ROLE ${ownerRole}`],
  ['become the superuser', 'SET ROLE postgres'],
  ['run a program', "COPY audit_event TO PROGRAM 'id'"],
  ['read a file of the server', "SELECT pg_read_file('postgresql.conf')"],
  ['write a file of the server', "COPY audit_event TO '/tmp/audit'"],
  ['replace the clock', "CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'"],
  [
    'replace a guard',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$',
  ],
  ['make a table', 'CREATE TABLE mine (id int)'],
  ['shadow a table', 'CREATE TEMP TABLE audit_event (id int)'],
  ['take the owner’s rights', `GRANT ${ownerRole} TO ${runtimeRole}`],
  ['read other passwords', 'SELECT rolpassword FROM pg_authid'],
  ['forge the history of migrations', 'DELETE FROM _prisma_migrations'],
] as const;

describe('T-061 the runtime role owns nothing', () => {
  beforeAll(() => withClient(testDatabase().runtimeUrl, (client) => client.query(insertAudit)).then(() => undefined));

  test.each(attempts)('T-061 may not %s', async (_name, sql) => {
    const refused = withClient(testDatabase().runtimeUrl, (client) => client.query(sql));
    const code = await refused.then(
      () => 'accepted',
      (error: { code?: string }) => error.code ?? 'no code',
    );
    expect(code).toBe('42501'); // insufficient_privilege
  });

  test('T-061 every object belongs to the owner, and the audit row is still there', async () => {
    const strangers = await withClient(testDatabase().superuserUrl, (client) =>
      client.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) <> '${ownerRole}'
        UNION ALL SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) <> '${ownerRole}'
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`),
    );
    expect(strangers.rows).toEqual([]);
    const audit = await withClient(testDatabase().runtimeUrl, (client) =>
      client.query("SELECT roles FROM audit_event WHERE command = 'test'"),
    );
    expect(audit.rows).toEqual([{ roles: 'teacher' }]);
  });

  test('T-061 every guard looks its names up in its own schema alone', async () => {
    const loose = await withClient(testDatabase().superuserUrl, (client) =>
      client.query(`SELECT proname FROM pg_proc p JOIN pg_language l ON l.oid = prolang AND lanname = 'plpgsql'
        WHERE pronamespace = 'public'::regnamespace AND NOT coalesce(proconfig @> ARRAY['search_path=public, pg_temp'], false) AND proname <> 'app_now'
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proconfig IS NULL
          AND oid IN (SELECT tgfoid FROM pg_trigger)`),
    );
    expect(loose.rows).toEqual([]);
    const made = 'CREATE FUNCTION loose() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$';
    await withClient(testDatabase().ownerUrl, (client) => client.query(made));
    const complaints = await productionRefusals(testDatabase().ownerUrl);
    expect(complaints.filter((text) => text.includes('search_path'))).toEqual([expect.stringContaining('loose()')]);
    await withClient(testDatabase().ownerUrl, (client) => client.query('DROP FUNCTION loose()'));
  });

  test('T-061 control: with the owner role the trigger can be switched off, so the roles are what refuses', async () => {
    await withClient(testDatabase().ownerUrl, async (client) => {
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit_event DISABLE TRIGGER append_only');
      const changed = await client.query("UPDATE audit_event SET roles = 'admin' WHERE command = 'test'");
      expect(changed.rowCount).toBe(1);
      await client.query('ROLLBACK');
    });
  });

  test('T-061 the audit refuses change even from its owner', async () => {
    const change = withClient(testDatabase().ownerUrl, (client) =>
      client.query("UPDATE audit_event SET roles = 'admin'"),
    );
    await expect(change).rejects.toThrow();
  });
});
