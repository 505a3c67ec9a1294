import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { passphraseOfCopies } from '@/features/backup/places';
import { tryRestore } from '@/features/backup/restore-database';
import { localSettings } from '@/server/env';
import { startEmbedded } from '@/server/postgres/embedded';
import { readMigrations } from '@/server/postgres/migrate';
import { number } from '@/texts/format';
import { migrationsFolder } from '../local-database';
import { ensurePrismaClient } from '../prisma-client';
import { watchOnConsole } from './watch';

/** `backup drill <file>`: restores it in a PostgreSQL of its own that is gone afterwards; the journal's one is not touched. */
export async function drill(file: string): Promise<void> {
  await ensurePrismaClient();
  const passphrase = passphraseOfCopies();
  const dataDir = path.join(localSettings().dataDir, 'drill'); // a killed one's server is found there and taken over
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const { superuserUrl: adminUrl, ownerUrl, runtimeUrl, stop, folder } = await startEmbedded({ dataDir });
  try {
    const source = { file, passphrase, migrations: readMigrations(migrationsFolder) };
    const { manifest, digest } = await tryRestore({ adminUrl, ownerUrl, runtimeUrl }, source, watchOnConsole());
    const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
    console.log(
      `Копия восстановлена на пробу и совпала: таблиц ${manifest.tables.length}, строк ${number(rows)}, ${digest}`,
    );
  } finally {
    await stop();
    rmSync(path.dirname(folder), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}
