import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { DatabaseServer } from '@/features/backup/database-server';
import { makeCopy } from '@/features/backup/make-copy';
import type { Place } from '@/features/backup/places';
import { assumeEnv } from '@/server/env';
import type { Refusal } from '@/server/errors';
import { readMigrations } from '@/server/postgres/migrate';
import { createDatabase, withClient, withDatabase } from '@/server/postgres/roles';
import { testDatabase } from './database';

export const passphrase = 'ключ от сейфа в кабинете директора';
export const migrations = readMigrations(path.join('prisma', 'migrations'));
export const still = { signal: new AbortController().signal, progress: async () => undefined };

/** Two folders as media, named in the environment of this process. */
export type Media = {
  root: string;
  place: (number: 1 | 2) => Place;
  file: (name: string) => string;
  /** A copy of this file's database on the first medium. */
  make: (url?: string) => ReturnType<typeof makeCopy>;
  remove: () => void;
};

export function openMedia(): Media {
  const root = mkdtempSync(path.join(tmpdir(), 'vedomost-media-'));
  const place = (number: 1 | 2): Place => ({ number, folder: path.join(root, `medium-${number}`) });
  for (const number of [1, 2] as const) mkdirSync(place(number).folder);
  assumeEnv({ BACKUP_DIR: place(1).folder, BACKUP_DIR_2: place(2).folder, BACKUP_PASSPHRASE: passphrase });
  return {
    ...{ root, place },
    file: (name) => path.join(place(1).folder, name),
    make: (url = testDatabase().runtimeUrl) => makeCopy({ url, passphrase, places: [place(1)] }, still),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What a refusal says; «done» when there was none. */
export const saidBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (refusal: Refusal) => refusal.options?.detail ?? String(refusal),
  );

export type Target = DatabaseServer & { name: string; drop: () => Promise<void> };

/**
 * A database beside this file's own to restore into: empty, or a copy of a template. Restores are one at a time where their
 * administrator is signed in: in this file's own database, so that files do not wait for each other.
 */
export async function openTarget(template?: string): Promise<Target> {
  const adminUrl = testDatabase().superuserUrl;
  const name = `restored_${Math.random().toString(16).slice(2, 10)}`;
  await withClient(adminUrl, (client) => createDatabase(client, name, template));
  const { ownerUrl, runtimeUrl } = testDatabase();
  return {
    ...{ adminUrl, name, ownerUrl: withDatabase(ownerUrl, name), runtimeUrl: withDatabase(runtimeUrl, name) },
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** Names of databases that begin so. */
export function databasesLike(start: string): Promise<string[]> {
  return withClient(inject('postgres').superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY 1',
      [start],
    );
    return rows.map(({ name }) => name);
  });
}
