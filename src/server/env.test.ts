import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from './env';
import { withFiles } from './env-files';

const good = {
  DATABASE_URL: 'postgresql://app:d8fK2mQ0xZ7p@db:5432/vedomost',
  NEXTAUTH_SECRET: 'q8Jx0vR3mZt7LwYb2NcKd5FhGs9PaUe1TiWo4XrVzQy6',
  NEXTAUTH_URL: 'https://journal.college.ru/',
};

/** Problems of the good configuration with one variable changed; `undefined` leaves it out. */
function problems(change: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv({ ...good, ...change });
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

test('a good configuration is understood, with its defaults', () => {
  expect(parseEnv(good)).toEqual({
    mode: 'production',
    databaseUrl: good.DATABASE_URL,
    databaseOwnerUrl: undefined,
    authSecret: good.NEXTAUTH_SECRET,
    publicUrl: 'https://journal.college.ru',
    actionsKey: undefined,
    port: 3000,
    listenHost: undefined,
    dataDir: '.data',
    demoDate: undefined,
    trustedProxyHops: 0,
  });
});

describe('T-001 production refuses by the name of the variable', () => {
  test.each([
    ['no database', 'DATABASE_URL', undefined],
    ['an empty database address', 'DATABASE_URL', ''],
    ['another kind of database', 'DATABASE_URL', 'mysql://root@db/vedomost'],
    ['a password everybody knows', 'DATABASE_URL', 'postgresql://app:postgres@db:5432/vedomost'],
    ['no secret', 'NEXTAUTH_SECRET', undefined],
    ['a short secret', 'NEXTAUTH_SECRET', 'q8Jx0vR3mZt7LwYb2NcKd5FhGs9PaUe'],
    ['a published secret', 'NEXTAUTH_SECRET', 'please-change-me-please-change-me-please'],
    ['a secret of one letter', 'NEXTAUTH_SECRET', 'z'.repeat(64)],
    ['no address', 'NEXTAUTH_URL', undefined],
    ['an open address', 'NEXTAUTH_URL', 'http://journal.college.ru'],
    ['a broken encryption key', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'c2hvcnQ='],
    ['a port out of range', 'PORT', '70000'],
    ['an impossible demo date', 'DEMO_DATE', '2026-02-30'],
    ['an unknown mode', 'VEDOMOST_MODE', 'prod'],
  ])('T-001 %s', (_name, variable, value) => {
    expect(problems({ [variable]: value }).join('\n')).toMatch(new RegExp(`^${variable} `));
  });

  test('T-001 the secret itself never stands in the message', () => {
    const secret = 'changeme-changeme-changeme-changeme';
    expect(problems({ NEXTAUTH_SECRET: secret }).join()).not.toContain(secret);
  });

  test('plain http is allowed on loopback', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect(problems({ NEXTAUTH_URL: `http://${host}:3000` })).toEqual([]);
    }
    expect(problems({ NEXTAUTH_URL: 'http://127.0.0.1.evil.ru' })).toHaveLength(1);
  });
});

test('T-060 a secret may come from a file; what is set directly wins, a missing file leaves it unset', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'env-'));
  const file = path.join(folder, 'secret');
  writeFileSync(file, 'from the file\n');
  expect(withFiles({ A_FILE: file })).toEqual({ A_FILE: file, A: 'from the file' });
  expect(withFiles({ A: 'set', A_FILE: file }).A).toBe('set');
  expect(withFiles({ A: '', A_FILE: file }).A).toBe('from the file');
  expect(withFiles({ A_FILE: path.join(folder, 'none') }).A).toBeUndefined();
  rmSync(folder, { recursive: true });
});
