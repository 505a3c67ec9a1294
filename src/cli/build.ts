import { localSettings } from '@/server/env';
import { postgresBinaries } from '@/server/postgres/binaries';
import { ensurePrismaClient } from './prisma-client';
import { ensureProductionBuild } from './production-build';

/** `build`: makes what a start or a trial restore would make first, for images whose files cannot be written any more. */
export async function runBuild(): Promise<void> {
  await ensurePrismaClient();
  await ensureProductionBuild();
  postgresBinaries(undefined, localSettings().dataDir);
}
