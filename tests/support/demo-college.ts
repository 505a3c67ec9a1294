import { inject } from 'vitest';
import { connect, db, useDatabase as workOn } from '@/server/db';
import type { PrismaClient } from '@/server/prisma/client';
import { cloneDatabase, type TestDatabase } from './clone';
import { ensureDemoTemplate } from './e2e-template';

export type DemoCollege = Pick<TestDatabase, 'setClock'> & {
  /** Past the guards. */
  owner: PrismaClient;
  /** Gives the product back the database of the test file. */
  close: () => Promise<void>;
};

/** Making the demo college takes a minute or two where nobody made it yet. */
export const demoPatience = 600_000; // milliseconds

/** A copy of the demo college of Friday 20.11.2026; the product's own client is signed in to it. */
export async function openDemoCollege(): Promise<DemoCollege> {
  const server = inject('postgres');
  const copy = await cloneDatabase(server, await ensureDemoTemplate(server));
  const usual = db();
  const owner = connect(copy.superuserUrl, 2);
  const client = connect(copy.runtimeUrl);
  workOn(client);
  return {
    owner,
    setClock: copy.setClock,
    close: async () => {
      workOn(usual);
      await client.$disconnect();
      await owner.$disconnect();
      await copy.drop();
    },
  };
}
