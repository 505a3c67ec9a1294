import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/access/actor';
import { anonymousActor } from '@/server/anonymous-actor';
import type { Command } from '@/server/command';
import { loadActor } from '@/server/load-actor';
import { hashToken } from '@/server/session-token';
import { changedTables, digestOf } from '../support/digest';
import { type ActorName, actors, targets } from '../support/matrix-actors';
import { registerCommands } from '../support/matrix-commands';
import { openMatrixDatabase } from '../support/matrix-database';
import { outcomeOfCommand } from '../support/matrix-in-process';
import { inParallel } from '../support/matrix-run';
import { commands } from './entries/commands';

let opened: Awaited<ReturnType<typeof openMatrixDatabase>>;
let registry: ReadonlyMap<string, Command<never>>;
const people = new Map<ActorName, Actor>();

beforeAll(async () => {
  opened = await openMatrixDatabase();
  registry = (await registerCommands()).registry;
  for (const actor of actors) {
    const hash = hashToken(await opened.world.cookie(actor));
    people.set(actor, (hash && (await loadActor(hash))) ?? anonymousActor);
  }
});
afterAll(() => opened?.close());

const inner = Object.entries(commands).flatMap(([name, entry]) => ('via' in entry ? [] : [{ name, entry }]));

describe('T-021 commands without a way from outside, executed past the framework', () => {
  test.each(inner)('T-021 $name', async ({ name, entry }) => {
    const command = registry.get(name) as Command<unknown> | undefined;
    const cells = (entry.targeted ? targets : targets.slice(0, 1)).flatMap((target) =>
      actors.map((actor) => ({ actor, target, expected: entry.expect[actor][target] })),
    );
    const run = async ({ actor, target, expected }: (typeof cells)[number]) => {
      const person = people.get(actor) ?? anonymousActor;
      const input = entry.input(opened.world.place(actor, target), person.personId, target);
      const meta = { address: 'test', device: 'test' };
      const outcome = await outcomeOfCommand(async () => command?.execute(person, input, meta));
      return outcome === expected ? [] : [`${actor} · ${target}: ${outcome}, should be ${expected}`];
    };
    const before = await digestOf(opened.world.owner);
    const refused = await inParallel(
      cells.filter(({ expected }) => expected !== 'ok'),
      4,
      run,
    );
    expect(changedTables(before, await digestOf(opened.world.owner))).toEqual([]);
    const allowed = await inParallel(
      cells.filter(({ expected }) => expected === 'ok'),
      4,
      run,
    );
    const different = [...refused, ...allowed].flat();
    expect(different).toEqual([]);
  });
});
