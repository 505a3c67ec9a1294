import { env } from '@/server/env';

/** `seed`: fills an empty database with the demo college, through the product's own commands. */
export async function runSeed(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl, demoDate } = env();
  const { seedDemo } = await import('@prisma-seed/demo/seed');
  await seedDemo({ ownerUrl: databaseOwnerUrl ?? databaseUrl, runtimeUrl: databaseUrl, demoDate });
}
