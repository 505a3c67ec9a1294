import { ensurePrismaClient } from './prisma-client';
import { ensureProductionBuild } from './production-build';

/** `build`: makes what a start would make first, for images whose files cannot be written any more. */
export async function runBuild(): Promise<void> {
  await ensurePrismaClient();
  await ensureProductionBuild();
}
