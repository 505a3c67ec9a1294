import { describe, expect, test } from 'vitest';
import { checks } from './checks';
import type { DatabaseFacts, Facts, FolderFacts, MediaFacts, Variables } from './facts';

const gib = 1024 ** 3;
const database: DatabaseFacts = {
  version: 18,
  off: [],
  passwordEncryption: 'scram-sha-256',
  russianOrder: true,
  talkativeLog: false,
  powerful: false,
  owns: false,
  demo: false,
  movableClock: false,
  exposed: false,
  missingMigrations: [],
  unguarded: [],
  skew: 20,
  jobsWait: 0,
  backups: [],
  installed: true,
  administrators: 1,
};
const folder: FolderFacts = {
  writable: true,
  secretsOpen: false,
  disk: { bavail: 50 * gib, bsize: 1, blocks: 100 * gib },
};
const variables: Variables = {
  mode: undefined,
  publicUrl: 'https://journal.college.ru',
  secret: 'q8Jx0vR3mZt7LwYb2NcKd5FhGs9PaUe1TiWo4XrVzQy6',
  actionsKey: undefined,
  databasePassword: 'u3Rk8sW1yQ5tX7vB',
  trustedProxyHops: 1,
  backupPhrase: 'семь синих трамваев уходят в депо',
};
const media: MediaFacts = { first: true, second: true, sameDisk: false };
const good: Facts = { node: '24.3.0', user: 1000, variables, folder, media, database };

const withVariable = (change: Partial<Variables>): Facts => ({ ...good, variables: { ...variables, ...change } });
const withFolder = (change: Partial<FolderFacts>): Facts => ({ ...good, folder: { ...folder, ...change } });
const withDatabase = (change: Partial<DatabaseFacts>): Facts => ({ ...good, database: { ...database, ...change } });

/** One misconfiguration each: the facts of an otherwise good installation. */
const wrong: Record<string, Facts> = {
  mode: withVariable({ mode: 'demo' }),
  'no-tls': withVariable({ publicUrl: 'http://journal.college.ru' }),
  'no-proxy-hops': withVariable({ trustedProxyHops: 0 }),
  'weak-secret': withVariable({ secret: 'changeme-changeme-changeme-changeme' }),
  'actions-key': withVariable({ actionsKey: 'c2hvcnQ=' }),
  'weak-database-password': withVariable({ databasePassword: 'vedomost' }),
  root: { ...good, user: 0 },
  'old-node': { ...good, node: '20.18.3' },
  'data-folder': withFolder({ writable: false, disk: null }),
  'open-secrets': withFolder({ secretsOpen: true }),
  'disk-space': withFolder({ disk: { bavail: gib - 1, bsize: 1, blocks: 10 * gib } }),
  'no-backup-place': { ...good, media: { ...media, first: false } },
  'no-second-medium': { ...good, media: { ...media, second: false } },
  'same-disk': { ...good, media: { ...media, sameDisk: true } },
  'backup-phrase': withVariable({ backupPhrase: 'короткая' }),
  'backup-stale': withDatabase({ backups: ['backup-stale'] }),
  'backup-unverified': withDatabase({ backups: ['backup-unverified'] }),
  'backup-failed': withDatabase({ backups: ['backup-failed'] }),
  'backup-one-medium': withDatabase({ backups: ['backup-one-medium'] }),
  'no-database': { ...good, database: { unreachable: '28P01' } },
  fsync: withDatabase({ off: ['fsync'] }),
  full_page_writes: withDatabase({ off: ['full_page_writes'] }),
  synchronous_commit: withDatabase({ off: ['synchronous_commit'] }),
  data_checksums: withDatabase({ off: ['data_checksums'] }),
  'old-postgres': withDatabase({ version: 17 }),
  'sort-order': withDatabase({ russianOrder: false }),
  'talkative-log': withDatabase({ talkativeLog: true }),
  'powerful-role': withDatabase({ powerful: true }),
  'owner-at-runtime': withDatabase({ owns: true }),
  'password-encryption': withDatabase({ passwordEncryption: 'md5' }),
  'exposed-connection': withDatabase({ exposed: true }),
  'demo-data': withDatabase({ demo: true }),
  'movable-clock': withDatabase({ movableClock: true }),
  'missing-migrations': withDatabase({ missingMigrations: ['0012_backup'] }),
  'unguarded-functions': withDatabase({ unguarded: ['assert_open'] }),
  'clock-skew': withDatabase({ skew: -5_001 }),
  'no-worker': withDatabase({ jobsWait: 301 }),
  'nobody-keeps-accounts': withDatabase({ administrators: 0 }),
};

const found = (facts: Facts) => checks.filter(({ finds }) => finds(facts)).map(({ id }) => id);

describe('T-155 the doctor', () => {
  test('T-155 has nothing to say of a good installation, nor of one on this machine alone', () => {
    expect(found(good)).toEqual([]);
    expect(found(withVariable({ publicUrl: 'http://localhost:3000', trustedProxyHops: 0 }))).toEqual([]);
    expect(found({ ...good, user: undefined })).toEqual([]);
  });

  test.each(Object.entries(wrong))('T-155 names %s and nothing else', (id, facts) => {
    expect(found(facts)).toEqual([id]);
  });

  test('T-155 every check has an example above, Russian words and a remedy', () => {
    expect(checks.map(({ id }) => id).sort()).toEqual(Object.keys(wrong).sort());
    for (const { what, remedy } of checks) {
      expect(what).toMatch(/[а-яё]{3}/);
      expect(remedy).toMatch(/[а-яё]{3}/);
    }
  });

  test('T-155 missing variables are named, not stumbled over', () => {
    const empty = withVariable({ publicUrl: '', secret: '', databasePassword: '', trustedProxyHops: 0 });
    expect(found({ ...empty, database: { unreachable: 'no answer' } })).toEqual([
      ...['no-tls', 'weak-secret', 'weak-database-password', 'no-database'],
    ]);
  });
});
