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
  const times = { foreign: [] as number[], nonexistent: [] as number[] };
  const rounds = inject('rounds') === 'full' ? 50 : 3;
  for (let round = 0; round < rounds; round++) {
    for (const target of ['foreign', 'nonexistent'] as const) {
      const started = performance.now();
      const answer = await opened.ask({ name, entry, actor, target });
      times[target].push(performance.now() - started);
      expect(answer.status, addressOf(name, entry.example(opened.world.place(actor, target)))).toBe(404);
    }
  }
  const apart = Math.abs(median(times.foreign) - median(times.nonexistent));
  expect(apart).toBeLessThan(inject('rounds') === 'full' ? 5 : Number.POSITIVE_INFINITY);
});
