import { createInterface } from 'node:readline/promises';
import { assertNotBusy, type DatabaseServer } from '@/features/backup/database-server';
import { verifyFile } from '@/features/backup/file/verify-file';
import { checkCopy, makeCopy } from '@/features/backup/make-copy';
import { backupPlaces, passphraseOfCopies } from '@/features/backup/places';
import { restoreDatabase } from '@/features/backup/restore-database';
import { Refusal } from '@/server/errors';
import { readMigrations } from '@/server/postgres/migrate';
import { databaseName, withClient } from '@/server/postgres/roles';
import { number } from '@/texts/format';
import { completeDemo, migrationsFolder } from '../local-database';
import { withJournal } from './journal';
import { watchOnConsole } from './watch';

/**
 * `backup restore <file>`: proves the file whole, asks for the name of what is there (T-117), saves that, restores beside it and
 * changes places at last. Stopped at any moment it leaves the old data.
 */
export async function restore(file: string, confirm: string | undefined): Promise<void> {
  const passphrase = passphraseOfCopies();
  const { contents } = await verifyFile(file, passphrase);
  await withJournal(async (journal) => {
    const present = await institutionIn(journal.ownerUrl);
    if (present !== null) await demandName(present, confirm);
    await assertNotBusy(journal);
    const saved = present === null || (await savePresent(journal, passphrase));
    const source = { file, passphrase, migrations: readMigrations(migrationsFolder) };
    const restored = await restoreDatabase(journal, source, watchOnConsole(), { keepFormer: !saved });
    if (journal.embedded && contents.institution.demo) {
      const note = `COMMENT ON DATABASE ${databaseName} IS '${completeDemo}'`; // else the next start would make a new one
      await withClient(journal.ownerUrl, (client) => client.query(note));
    }
    const rows = restored.manifest.tables.reduce((total, table) => total + table.rows, 0);
    console.log(`Восстановлено: ${contents.institution.shortName}, на момент ${contents.madeAt}
  таблиц ${restored.manifest.tables.length}, строк ${number(rows)}, отпечаток совпал: ${restored.digest}
  применены миграции: ${restored.migrated.join(', ') || 'не понадобились'}
  входы прежней машины закончены: все входят заново со своими паролями`);
    if (restored.leftOut.length > 0)
      console.log(`  сделаны вручную и не восстановлены: ${restored.leftOut.join(', ')}`);
    if (restored.former) console.log(`  прежняя база оставлена на сервере под именем ${restored.former}`);
  });
}

/** The short name of the college that is there; null for an empty database. */
async function institutionIn(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rows: found } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('public.institution') IS NOT NULL AS found",
    );
    if (!found[0]?.found) return null;
    const { rows } = await client.query<{ name: string }>('SELECT short_name AS name FROM institution');
    return rows[0]?.name ?? null;
  });
}

async function demandName(present: string, confirm: string | undefined): Promise<void> {
  const question = `В базе уже есть данные: ${present}. Они будут заменены. Чтобы подтвердить, введите название «${present}»: `;
  const typed = confirm ?? (process.stdin.isTTY ? await ask(question) : '');
  if (typed.trim() === present) return;
  const detail = `в базе уже есть данные; чтобы заменить их, добавьте --confirm "${present}". Ничего не изменено`;
  throw new Refusal('BACKUP_REFUSED', { detail });
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** False where no copy can be made of what is there, damaged as it may be: then the database itself is kept. */
async function savePresent({ ownerUrl }: DatabaseServer, passphrase: string): Promise<boolean> {
  const watch = watchOnConsole();
  try {
    const copy = await makeCopy({ url: ownerUrl, passphrase, places: backupPlaces() }, watch);
    const { verified } = await checkCopy(copy.name, copy.first, {
      passphrase,
      digest: copy.digest,
      signal: watch.signal,
    });
    console.log(`То, что было в базе, сохранено: ${copy.first.folder}/${copy.name}`);
    return verified;
  } catch {
    console.log(
      'Копию того, что было в базе, сделать не удалось; прежняя база останется на сервере под другим именем.',
    );
    return false;
  }
}
