import { ensurePrismaClient } from '@/cli/prisma-client';
import { ensureProductionBuild } from '@/cli/production-build';

/** Tests over HTTP run on the production build, made here when sources have changed. */
export default async function setup(): Promise<void> {
  await ensurePrismaClient();
  await ensureProductionBuild();
}
