import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { db } from '@/server/db';
import type { TestDatabase } from '../../support/clone';
import { testDatabase } from '../../support/database';
import { buildYearEnd, yearIsOver } from '../../support/year-college';
import { closedCopy, killYear, type Moment } from '../../support/year-killer';

const full = inject('rounds') === 'full';

/** Statements at these shares of an act, in turn before and after they are sent; the last one, sent, is the end of the act. */
const shares = full ? Array.from({ length: 20 }, (_, n) => n / 20) : [0.5];
const statementsOf = ({ statements }: { statements: number }): Moment[] => [
  ...shares.map((share, n) => ({ statement: 1 + Math.floor(share * statements), sent: n % 2 === 0 })),
  { statement: statements, sent: true },
];

describe('T-105 kill -9 of whoever closes a year or opens the next one: nothing or everything is done', () => {
  let yearId: number;
  let closed: TestDatabase;

  beforeAll(async () => {
    const { world, ...built } = await buildYearEnd(testDatabase());
    yearId = built.yearId;
    await testDatabase().setClock(yearIsOver);
    await world.close();
    await db().$disconnect();
    closed = await closedCopy(testDatabase().name, yearId);
  });
  afterAll(() => closed?.drop());

  test('closing, at its statements', { timeout: 600_000 }, async () => {
    const { nothing } = await killYear(testDatabase().name, { act: 'close', yearId }, statementsOf);
    expect(nothing).toBeGreaterThan(0);
  });

  test('opening, at its statements', { timeout: 600_000 }, async () => {
    const { nothing } = await killYear(closed.name, { act: 'open', yearId }, statementsOf);
    expect(nothing).toBeGreaterThan(0);
  });
});
