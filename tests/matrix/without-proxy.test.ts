import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { actors } from '../support/matrix-actors';
import { outcomeOf, send } from '../support/matrix-http';
import { cellsOf, difference, inParallel } from '../support/matrix-run';
import { type MatrixServer, openMatrixServer } from '../support/matrix-server';
import { buildWithoutProxy } from '../support/matrix-without-proxy';
import { entries } from './all-entries';

let opened: MatrixServer;
let removeCopy: () => void;

beforeAll(async () => {
  const { folder, remove } = buildWithoutProxy();
  removeCopy = remove;
  opened = await openMatrixServer(folder);
});
afterAll(async () => {
  await opened?.close();
  removeCopy();
});

/** Another choice in every run; whoever differs is named. */
function some<T>(all: readonly T[], count: number): T[] {
  const every = Math.ceil(all.length / count);
  const first = Math.floor(Math.random() * every);
  return all.filter((_, index) => index % every === first);
}

describe('T-024 the guard is in page and command', () => {
  test('T-024 control: proxy.ts is really out of the way', async () => {
    const answer = await send(opened.server, { method: 'GET', path: '/login' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  test('T-024 without proxy.ts everybody is answered as the table says', async () => {
    const all = cellsOf(entries, inject('rounds'), actors);
    const cells = inject('rounds') === 'full' ? all : some(all, 300);
    const different = await inParallel(cells, 6, async (cell) => {
      const answer = await opened.ask(cell);
      return difference(cell, outcomeOf(answer), answer.status);
    });
    expect(different.filter(Boolean)).toEqual([]);
  });
});
