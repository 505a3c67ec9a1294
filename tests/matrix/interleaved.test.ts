import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ActorName } from '../support/matrix-actors';
import { outcomeOf } from '../support/matrix-http';
import { cellsOf, difference, inParallel } from '../support/matrix-run';
import { addTold, nothingTold, secretReader } from '../support/matrix-secrets';
import { type MatrixServer, openMatrixServer } from '../support/matrix-server';
import { entries } from './all-entries';
import { studentsOf } from './told';

let opened: MatrixServer;
beforeAll(async () => {
  opened = await openMatrixServer();
});
afterAll(() => opened?.close());

test('T-066 two people at once: neither is ever shown what is the other’s', async () => {
  const secretsIn = await secretReader(opened.world);
  const pair: readonly ActorName[] = ['teacher', 'curator'];
  const rounds = inject('rounds') === 'full' ? 2000 : 200;
  const reads = pair.map((actor) => cellsOf(entries, 'quick', [actor]).filter(({ name }) => /^(page|GET)/.test(name)));
  const turns = Array.from({ length: rounds }, (_, n) =>
    reads.flatMap((cells) => cells[n % cells.length] ?? []),
  ).flat();
  const told = new Map(pair.map((actor) => [actor, nothingTold()]));
  const different = await inParallel(turns, 8, async (cell) => {
    const answer = await opened.ask(cell);
    const sum = told.get(cell.actor);
    if (sum) addTold(sum, await secretsIn(answer));
    return difference(cell, outcomeOf(answer), answer.status);
  });
  expect(different.filter(Boolean)).toEqual([]);
  for (const [actor, { students }] of told) expect([...students].sort(), actor).toEqual([...studentsOf[actor]].sort());
});

test('T-123 the 61st search within a minute is 429 with words and a term, another session is served', async () => {
  const name = 'GET /api/search';
  const entry = entries[name];
  if (!entry) throw new Error('no entry of the search');
  const search = (actor: ActorName) => opened.ask({ name, entry, actor, target: 'own' });
  const answers = await inParallel(Array.from({ length: 61 }), 1, () => search('methodist'));
  expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array(60).fill(200));
  expect(answers[60]).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
  expect(answers[60]?.body.toString('utf8')).toContain('Слишком много попыток подряд');
  expect((await search('deputyDirector')).status).toBe(200);
});
