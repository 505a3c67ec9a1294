import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { type EmbeddedPostgres, startEmbedded } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { runtimeRole } from '@/server/postgres/roles';

/** A PostgreSQL as it runs in production, with every safety on: for experiments that kill it. */
export type DurablePostgres = EmbeddedPostgres & { dataDir: string; remove: () => Promise<void> };

type Options = {
  /** Whether the clock can be moved; a production start refuses such a database. */
  movableClock: boolean;
  /** For a control: settings that make it unsafe. */
  settings?: Record<string, string>;
  /** Where its folder is made; a volume of its own for experiments with a full disk. */
  parent?: string;
};

/** Starts a fresh one with the present migrations under `parent`; `remove` stops it and deletes its data. */
export async function openDurablePostgres({
  movableClock,
  settings = {},
  parent = '.data',
}: Options): Promise<DurablePostgres> {
  mkdirSync(parent, { recursive: true });
  const dataDir = mkdtempSync(path.join(parent, 'durable-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbedded({ dataDir, settings });
  await migrate(postgres.ownerUrl, runtimeRole, readMigrations(path.join('prisma', 'migrations')));
  if (movableClock) await installDemoClock(postgres.ownerUrl, runtimeRole);
  return {
    ...postgres,
    dataDir,
    remove: async () => {
      await postgres.stop();
      rmSync(path.dirname(postgres.folder), { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
