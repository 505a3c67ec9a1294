import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { withClient } from '@/server/postgres/roles';
import { testDatabase } from '../../support/database';

const port = Number(new URL(testDatabase().runtimeUrl).port);

/** `open` when something listens there. */
function knock(host: string): Promise<'open' | 'closed'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const answer = (result: 'open' | 'closed') => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', answer('open'));
    socket.once('error', answer('closed'));
    socket.once('timeout', answer('closed'));
  });
}

test('T-062 PostgreSQL listens on loopback only', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  expect(await knock('127.0.0.1')).toBe('open');
  expect(await Promise.all(others.map(knock))).toEqual(others.map(() => 'closed'));
});

test('T-062 every way in asks for a scram password and there is no socket', async () => {
  const rules = await withClient(testDatabase().superuserUrl, (client) =>
    client.query<{ type: string; auth_method: string; address: string }>(
      'SELECT type, auth_method, address FROM pg_hba_file_rules',
    ),
  );
  expect(rules.rows).toEqual([{ type: 'host', auth_method: 'scram-sha-256', address: '127.0.0.1' }]);
  const stored = await withClient(testDatabase().superuserUrl, (client) =>
    client.query("SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'"),
  );
  expect(stored.rows).toEqual([]);
  expect(readdirSync(tmpdir()).filter((name) => name.includes(`.s.PGSQL.${port}`))).toEqual([]);
});

test('T-062 a wrong or missing password is refused', async () => {
  const wrong = new URL(testDatabase().runtimeUrl);
  wrong.password = 'vedomost_app';
  await expect(withClient(wrong.href, (client) => client.query('SELECT 1'))).rejects.toMatchObject({ code: '28P01' });
});

test('T-060 the secrets file is readable by its owner only', () => {
  expect((statSync('.data/test/secrets.json').mode & 0o777).toString(8)).toBe('600');
  expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.data/');
});
