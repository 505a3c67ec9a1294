import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ActorName } from '../support/matrix-actors';
import { addressOf } from '../support/matrix-entries';
import { type MatrixServer, openMatrixServer } from '../support/matrix-server';
import { entries } from './all-entries';

let opened: MatrixServer;
beforeAll(async () => {
  opened = await openMatrixServer();
});
afterAll(() => opened?.close());

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

const asked: [string, ActorName][] = [
  ['page /journal/[sectionId]', 'teacher'],
  ['page /diary/[studentId]', 'student'],
  ['page /reports/period-ledger', 'curator'],
  ['GET /api/journal/[sectionId]/history', 'teacher'],
  ['GET /api/reports/[reportId]/pdf', 'curator'],
];

/** Milliseconds are believed in the full run only; the quick one compares statements (statements.test.ts). */
test.each(asked)('T-022 %s of %s: a foreign record takes as long as a missing one', async (name, actor) => {
  const entry = entries[name];
  if (!entry) throw new Error(`no entry ${name}`);
  const took = async (target: 'foreign' | 'nonexistent') => {
    const started = performance.now();
    const { status } = await opened.ask({ name, entry, actor, target });
    expect(status, addressOf(name, entry.example(opened.world.place(actor, target)))).toBe(404);
    return performance.now() - started;
  };
  const full = inject('rounds') === 'full';
  const apart: number[] = [];
  for (let round = 0; round < (full ? 50 : 4); round++) {
    const [one, other] =
      round % 2 === 0 ? (['foreign', 'nonexistent'] as const) : (['nonexistent', 'foreign'] as const);
    const times = { [one]: await took(one), [other]: await took(other) };
    apart.push((times.foreign ?? 0) - (times.nonexistent ?? 0));
  }
  expect(Math.abs(median(apart))).toBeLessThan(full ? 5 : Number.POSITIVE_INFINITY);
});
