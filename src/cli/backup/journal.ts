import type { DatabaseServer } from '@/features/backup/database-server';
import { db } from '@/server/db';
import { assumeEnv, databaseSettings, localSettings, namesDatabase } from '@/server/env';
import { type EmbeddedPostgres, startEmbedded } from '@/server/postgres/embedded';
import { withDatabase } from '@/server/postgres/roles';
import { localEnv } from '../local-database';
import { ensurePrismaClient } from '../prisma-client';

type Journal = DatabaseServer & { embedded: EmbeddedPostgres | null };

/**
 * The journal that a command works on: that of DATABASE_URL, else the embedded one of DATA_DIR, started for the command where it
 * does not run and made where there is none.
 */
export async function withJournal<Result>(work: (journal: Journal) => Promise<Result>): Promise<Result> {
  await ensurePrismaClient();
  if (namesDatabase()) {
    const { databaseUrl: runtimeUrl, databaseOwnerUrl } = databaseSettings();
    const ownerUrl = databaseOwnerUrl ?? runtimeUrl;
    return work({ adminUrl: withDatabase(ownerUrl, 'postgres'), ownerUrl, runtimeUrl, embedded: null });
  }
  const settings = localSettings();
  const embedded = await startEmbedded({ dataDir: settings.dataDir });
  try {
    assumeEnv(localEnv(embedded, settings, 'demo'));
    const { superuserUrl: adminUrl, ownerUrl, runtimeUrl } = embedded;
    return await work({ adminUrl, ownerUrl, runtimeUrl, embedded });
  } finally {
    await db().$disconnect();
    if (embedded.startedHere) await embedded.stop();
  }
}
