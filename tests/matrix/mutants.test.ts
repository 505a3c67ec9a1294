import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Actor } from '@/access/actor';
import { type ActorName, actors } from '../support/matrix-actors';
import { openMatrixDatabase } from '../support/matrix-database';
import type { Entries } from '../support/matrix-entries';
import { callInProcess } from '../support/matrix-in-process';
import { builtActions } from '../support/matrix-inventory';
import { allMutants } from '../support/matrix-mutants';
import { type Cell, cellsOf, difference } from '../support/matrix-run';
import { entries } from './all-entries';

/** next-auth's own route asks no policy; the unknown addresses ask nobody; icons are files. */
const inProcess: Entries = Object.fromEntries(
  Object.entries(entries).filter(([name]) => !/^(metadata|static|\w+ \/api\/auth|\w+ \/api\/\[)/.test(name)),
);

let opened: Awaited<ReturnType<typeof openMatrixDatabase>>;
let stranger: Actor;
let lastNote = 0;
const cookies = new Map<ActorName, string | undefined>();
const actions = builtActions('.next');

beforeAll(async () => {
  opened = await openMatrixDatabase();
  for (const actor of actors) cookies.set(actor, await opened.world.cookie(actor));
  stranger = await opened.world.actor('sergey');
  lastNote = (await opened.world.owner.absenceNote.aggregate({ _max: { id: true } }))._max.id ?? 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  // a parent may have ten reports without an answer, and every mutant sends one
  await opened.world.owner.absenceNote.deleteMany({ where: { id: { gt: lastNote } } });
});
afterAll(() => opened?.close());

/** What of a cell differs from the table; a fault is a difference too. */
async function differs(cell: Cell): Promise<string | null> {
  const example = cell.entry.example(opened.world.place(cell.actor, cell.target));
  // a feed is asked for sixty times a minute, and every mutant asks
  if (cell.name.startsWith('GET /calendar/')) await opened.world.owner.loginThrottle.deleteMany();
  try {
    return difference(cell, await callInProcess(cell.name, example, cookies.get(cell.actor), actions));
  } catch (error) {
    return `${cell.name} · ${cell.actor}: ${error}`;
  }
}

/** The first cell of these entries that differs, looked for in a fixed, mixed order. */
async function firstDifference(of: Entries): Promise<Cell | undefined> {
  const cells = cellsOf(of, 'quick');
  const step = 389; // prime to every number of cells that is no multiple of it: neighbours differ in actor and entry
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[(place * step) % cells.length];
    if (cell && (await differs(cell))) return cell;
  }
  return undefined;
}

/** Ten in the quick run, others in the next one. */
const every = allMutants(inProcess, () => stranger);
const all = inject('rounds') === 'full' ? every : every.toSorted(() => Math.random() - 0.5).slice(0, 10);

describe('T-027 the matrix would notice', () => {
  test('T-027 control: with every guard in its place nothing differs', async () => {
    const cells = cellsOf(inProcess, 'quick').filter((_, place) => inject('rounds') === 'full' || place % 12 === 0);
    const different: string[] = [];
    for (const cell of cells) different.push(...[(await differs(cell)) ?? []].flat());
    expect(different).toEqual([]);
  });

  test.each(all.map((mutant) => [mutant.name, mutant] as const))('T-027 %s', async (_, mutant) => {
    mutant.arm();
    const found = await firstDifference(mutant.entries);
    expect(found, 'this mutant survived').toBeDefined();
    vi.restoreAllMocks();
    if (found) expect(await differs(found), 'the cell is red without the mutant too').toBeNull();
  });
});
