import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { changedTables, digestOf } from '../support/digest';
import { type ActorName, actors, type Outcome } from '../support/matrix-actors';
import { type Answer, outcomeOf } from '../support/matrix-http';
import { masked } from '../support/matrix-mask';
import { asTable, type Cell, cellsOf, difference, expectedOf, inParallel } from '../support/matrix-run';
import { addTold, nothingTold, type SecretReader, secretReader, type Told } from '../support/matrix-secrets';
import { idsOf, type MatrixServer, openMatrixServer } from '../support/matrix-server';
import { entries } from './all-entries';
import { canariesOf, isLogin, loginsOf, studentsOf } from './told';

type Result = { cell: Cell; answer: Answer; outcome: Outcome | undefined };

let opened: MatrixServer;
let secretsIn: SecretReader;
const results: Result[] = [];
const changes: string[] = [];

/** Each actor asks for what is refused or only read first, between two digests, then for what he may write. */
beforeAll(async () => {
  opened = await openMatrixServer();
  secretsIn = await secretReader(opened.world);
  for (const actor of actors) {
    const cells = cellsOf(entries, inject('rounds'), [actor]);
    const before = await digestOf(opened.world.owner);
    await ask(cells.filter((cell) => !mayWrite(cell)));
    const changed = changedTables(before, await digestOf(opened.world.owner));
    if (changed.length > 0) changes.push(`${actor}: ${changed.join(', ')}`);
    await ask(cells.filter(mayWrite));
  }
}, 280_000);
afterAll(() => opened?.close());

const mayWrite = (cell: Cell) =>
  expectedOf(cell) === 'ok' && /^(POST|PATCH|DELETE|action|report .*\/print)/.test(cell.name);

async function ask(cells: readonly Cell[]): Promise<void> {
  const asked = await inParallel(cells, 6, async (cell) => {
    const answer = await opened.ask(cell);
    return { cell, answer, outcome: outcomeOf(answer) };
  });
  results.push(...asked);
}

describe('T-021 the whole matrix', () => {
  test('T-021 every actor is answered as the table says', () => {
    expect(results.flatMap(({ cell, outcome, answer }) => difference(cell, outcome, answer.status) ?? [])).toEqual([]);
  });

  test('T-021 what is refused or only read changes nothing', () => {
    expect(changes).toEqual([]);
  });

  test('T-021 the table is reviewed', async () => {
    await expect(`${asTable(results)}\n`).toMatchFileSnapshot('__snapshots__/matrix.txt');
  });

  test('T-025 every action is called from the sign-in page without a cookie and refused', () => {
    const unsigned = results.filter(({ cell }) => cell.actor === 'anonymous' && cell.name.startsWith('action '));
    expect(unsigned.length).toBeGreaterThan(0);
    expect(new Set(unsigned.map(({ outcome }) => outcome))).toEqual(new Set(['unsigned']));
  });
});

test('T-022 foreign and nonexistent are one answer: status, headers and body', () => {
  const different: string[] = [];
  let compared = 0;
  for (const foreign of results.filter(({ cell }) => cell.target === 'foreign' && expectedOf(cell) !== 'ok')) {
    const { name, actor } = foreign.cell;
    const missing = results.find(
      ({ cell }) => cell.name === name && cell.actor === actor && cell.target === 'nonexistent',
    );
    if (!missing) continue;
    compared += 1;
    const [one, other] = [foreign, missing].map(({ answer, cell }) =>
      masked(answer, idsOf(opened, actor, cell.target)),
    );
    if (one !== other) different.push(`${name} · ${actor}`);
  }
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

describe('T-026 nobody is told what is not his to know', () => {
  const toldTo = new Map<ActorName, Told>();
  beforeAll(async () => {
    for (const { cell, answer } of results) {
      const sum = toldTo.get(cell.actor) ?? nothingTold();
      toldTo.set(cell.actor, sum);
      addTold(sum, await secretsIn(answer));
    }
  });

  test.each(actors)('T-026 %s: canaries', (actor) => {
    const told = [...(toldTo.get(actor)?.canaries ?? [])].filter((canary) => !isLogin(canary)).sort();
    expect(told).toEqual(canariesOf(opened.world, actor));
  });

  test.each(actors)('T-026 %s: logins', async (actor) => {
    const told = [...(toldTo.get(actor)?.canaries ?? [])].filter(isLogin).sort();
    expect(told).toEqual(await loginsOf(opened.world, actor));
  });

  test.each(actors)('T-026 %s: students', (actor) => {
    expect([...(toldTo.get(actor)?.students ?? [])].sort()).toEqual([...studentsOf[actor]].sort());
  });

  test('T-026 no answer carries a session token, not even its owner’s', () => {
    expect([...toldTo].filter(([, { tokens }]) => tokens.size > 0)).toEqual([]);
  });
});

test('T-032 what is open to everybody is a closed list', () => {
  const open = results.filter(({ cell, outcome }) => cell.actor === 'anonymous' && outcome === 'ok');
  expect([...new Set(open.map(({ cell }) => cell.name))].sort()).toEqual([
    'GET /.well-known/security.txt',
    'GET /api/auth/[...nextauth]',
    'GET /api/health',
    'metadata /icon.svg',
    'metadata /manifest.webmanifest',
    'page /accessibility',
    'page /login',
    'page /privacy',
    'page /verify/[code]',
    'static /sw.js',
  ]);
});

test('T-066 every answer but the icons and the worker is kept by nobody; the framework words its own for actions', () => {
  const kept = results.filter(({ cell, answer }) => {
    const control = answer.headers['cache-control'] ?? '';
    return cell.name.startsWith('action ') ? !/\bno-store\b/.test(control) : control !== 'private, no-store';
  });
  expect([...new Set(kept.map(({ cell }) => cell.name))].sort()).toEqual([
    'metadata /icon.svg',
    'metadata /manifest.webmanifest',
    'static /sw.js',
  ]);
});
