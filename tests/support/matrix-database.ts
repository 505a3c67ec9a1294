import { connect, db, useDatabase as setDatabase } from '@/server/db';
import { assumeEnv } from '@/server/env';
import { log } from '@/server/log';
import type { TestDatabase } from './clone';
import { freshDatabase } from './database';
import { buildMatrixWorld, type MatrixWorld } from './matrix-world';
import { testEnv } from './test-env';

/** The address that requests past the network name as their Origin. */
export const publicUrl = 'http://localhost:3000';

/** A database of the matrix with its world; the product's own client in this process is signed in to it. */
export async function openMatrixDatabase(): Promise<{
  database: TestDatabase;
  world: MatrixWorld;
  close: () => Promise<void>;
}> {
  const database = await freshDatabase();
  assumeEnv(testEnv(database.runtimeUrl, publicUrl));
  log.level = 'silent';
  setDatabase(connect(database.runtimeUrl));
  const world = await buildMatrixWorld(database);
  return {
    database,
    world,
    close: async () => {
      await world.close();
      await db().$disconnect();
      await database.drop();
    },
  };
}
