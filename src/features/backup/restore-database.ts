import path from 'node:path';
import { connect } from '@/server/db';
import { Refusal } from '@/server/errors';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { type Migration, migrate, roleOf } from '@/server/postgres/migrate';
import { systemActor } from '@/server/system-actor';
import { type DatabaseServer, nameOf, swapDatabases, withDraft } from './database-server';
import type { Watch } from './dump-database';
import type { Contents, Manifest } from './file/layout';
import { FileReader } from './file/read-file';
import { digestOf } from './file/verify-file';
import { loadCopy } from './load-copy';
import { settleRestored } from './settle-restored';

export type Restored = {
  contents: Contents;
  manifest: Manifest;
  digest: string;
  migrated: string[];
  leftOut: string[];
};

type Source = { file: string; passphrase: string; migrations: readonly Migration[] };

/**
 * Makes a draft database of a file and hands it to `use` complete: the file's own schema, its rows, proved equal, then migrated to
 * the present one. Whatever stops on the way leaves nothing but a draft.
 * @throws Refusal BACKUP_REFUSED: damaged, another passphrase, made by a newer program
 */
async function restoreDraft<Result>(
  server: DatabaseServer,
  { file, passphrase, migrations }: Source,
  watch: Watch,
  use: (draft: DatabaseServer, restored: Restored, admin: Parameters<typeof swapDatabases>[0]) => Promise<Result>,
): Promise<Result> {
  const reader = await FileReader.open(file, passphrase);
  try {
    const { contents } = reader;
    const former = formerSchema(contents, migrations);
    return await withDraft(server, async (draft, admin) => {
      const role = roleOf(draft.runtimeUrl);
      await migrate(draft.ownerUrl, role, former);
      if (contents.tables.some(({ name }) => name === 'clock_override')) await installDemoClock(draft.ownerUrl, role);
      const { manifest, leftOut } = await loadCopy(draft.ownerUrl, reader, watch);
      const migrated = await migrate(draft.ownerUrl, role, migrations);
      return use(draft, { contents, manifest, digest: digestOf(manifest), migrated, leftOut }, admin);
    });
  } finally {
    await reader.close();
  }
}

/** The migrations of the file out of ours. @throws Refusal when it has others: a newer program made it */
function formerSchema({ migrations: made, program }: Contents, ours: readonly Migration[]): Migration[] {
  const known = new Map(ours.map((migration) => [migration.name, migration]));
  return made.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (migration?.checksum === checksum) return migration;
    const detail = `файл сделан другой версией программы (${program}), её схемы здесь нет: обновите программу. Ничего не изменено`;
    throw new Refusal('BACKUP_REFUSED', { detail });
  });
}

/** Restores into a database that is thrown away again: what shows that a copy can be restored (T-111). */
export function tryRestore(server: DatabaseServer, source: Source, watch: Watch): Promise<Restored> {
  return restoreDraft(server, source, watch, async (_, restored) => restored);
}

/**
 * Puts the file's data in the place of the journal's database (which may be empty). `keepFormer` leaves the former one on the server
 * under the name that is answered; otherwise it is dropped when the new one stands.
 */
export function restoreDatabase(
  server: DatabaseServer,
  source: Source,
  watch: Watch,
  { keepFormer }: { keepFormer: boolean },
): Promise<Restored & { former: string | null }> {
  return restoreDraft(server, source, watch, async (draft, restored, admin) => {
    await settle(draft, path.basename(source.file), restored.contents);
    await watch.progress(1, 1, 'замена');
    const name = nameOf(server.ownerUrl);
    const aside = `${name}_before_${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
    await swapDatabases(admin, { name, draft: nameOf(draft.ownerUrl), aside });
    if (!keepFormer) await admin.query(`DROP DATABASE ${admin.escapeIdentifier(aside)} WITH (FORCE)`);
    return { ...restored, former: keepFormer ? aside : null };
  });
}

async function settle(draft: DatabaseServer, fileName: string, { institution, madeAt }: Contents): Promise<void> {
  const client = connect(draft.runtimeUrl, 1);
  try {
    const actor = systemActor(new Date(madeAt), madeAt.slice(0, 10), institution.timeZone);
    await settleRestored.execute(actor, { fileName, madeAt }, { address: 'local', device: 'system' }, client);
  } finally {
    await client.$disconnect();
  }
}
