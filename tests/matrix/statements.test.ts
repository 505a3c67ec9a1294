import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, useDatabase as setDatabase } from '@/server/db';
import { PrismaClient } from '@/server/prisma/client';
import type { ActorName } from '../support/matrix-actors';
import { openMatrixDatabase } from '../support/matrix-database';
import { callInProcess } from '../support/matrix-in-process';
import { builtActions } from '../support/matrix-inventory';
import { type Cell, cellsOf, expectedOf } from '../support/matrix-run';
import { entries } from './all-entries';

let opened: Awaited<ReturnType<typeof openMatrixDatabase>>;
let statements = 0;
const actions = builtActions('.next');

beforeAll(async () => {
  opened = await openMatrixDatabase();
  const counting = new PrismaClient({
    adapter: new PrismaPg({ connectionString: opened.database.runtimeUrl }),
    log: [{ emit: 'event', level: 'query' }],
  });
  counting.$on('query', () => {
    statements += 1;
  });
  await db().$disconnect();
  setDatabase(counting);
});
afterAll(() => opened?.close());

async function cost({ name, entry, actor, target }: Cell, cookie: string | undefined): Promise<number> {
  statements = 0;
  await callInProcess(name, entry.example(opened.world.place(actor, target)), cookie, actions);
  return statements;
}

test('T-022 a foreign record costs as many statements as a missing one', async () => {
  const asked: readonly ActorName[] = ['teacher', 'curator', 'departmentHead', 'deputyDirector', 'student', 'parent'];
  const uneven: string[] = [];
  let compared = 0;
  for (const actor of asked) {
    const cookie = await opened.world.cookie(actor);
    for (const cell of cellsOf(entries, 'quick', [actor])) {
      if (cell.target !== 'foreign' || expectedOf(cell) !== 'hidden') continue;
      await cost(cell, cookie);
      const [foreign, missing] = [await cost(cell, cookie), await cost({ ...cell, target: 'nonexistent' }, cookie)];
      compared += 1;
      if (foreign !== missing) uneven.push(`${cell.name} · ${actor}: ${foreign} and ${missing}`);
    }
  }
  expect(uneven).toEqual([]);
  expect(compared).toBeGreaterThan(30);
});
