import { afterAll, inject } from 'vitest';
import { db } from '@/server/db';
import { assumeEnv } from '@/server/env';
import { cloneDatabase } from './clone';
import { setTestDatabase } from './database';
import { testEnv } from './test-env';

const database = await cloneDatabase(inject('postgres'));
assumeEnv(testEnv(database.runtimeUrl, 'http://localhost:3000'));
setTestDatabase(database);

afterAll(async () => {
  await db().$disconnect();
  await database.drop();
});
