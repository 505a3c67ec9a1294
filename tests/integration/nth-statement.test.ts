import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/access/actor';
import type { Command } from '@/server/command';
import { rowsOfAct } from '../support/command-example';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { testDatabase } from '../support/database';
import { changedTables, digestOf } from '../support/digest';
import { type FailureKind, withFailingStatement } from '../support/failing-statements';
import { checkInvariants } from '../support/invariants';
import { givePasswords } from '../support/sign-in';
import { buildWorld } from '../support/world';

const world = await buildWorld(testDatabase());
await givePasswords(world, 'rustem');
const examples = await commandExamples(world, await prepareExamples(world));
const commands = await everyCommand();
const meta = { address: 'test', device: 'test' };
const kinds: readonly FailureKind[] = ['error', 'cut'];
const isFull = inject('rounds') === 'full';
/** In full rounds every statement fails in each way; else every third one in one, others in the next run. */
const step = isFull ? 1 : 3;
const first = 1 + Math.floor(Math.random() * step);
const kindsOf = (nth: number) => (isFull ? kinds : [kinds[Math.ceil(nth / step) % 2] ?? 'error']);

afterAll(() => world.close());

function commandOf(name: string): Command<never> {
  const command = commands.get(name);
  if (!command) throw new Error(`there is no command ${name}`);
  return command;
}

/** Statements that came before the command passed; each of them failed and left nothing behind. */
async function failEverywhere(command: Command<never>, actor: Actor, input: unknown): Promise<number> {
  const before = await digestOf(world.owner);
  const idempotencyKey = `nth-${command.name}-${JSON.stringify(input).length}`;
  const run = () => command.execute(actor, input as never, { ...meta, idempotencyKey });
  for (let nth = first; ; nth += step) {
    const failed: string[] = [];
    for (const kind of kindsOf(nth)) {
      const { reached, error, statement } = await withFailingStatement(nth, kind, run);
      if (!reached) {
        expect(error, `the command itself, before statement ${nth}`).toBeUndefined();
        return nth - 1;
      }
      expect(error, `${kind} of statement ${nth}: ${statement}`).toBeDefined();
      // the person is told to come again, and the browser does (T-096)
      if (kind === 'cut') expect(error, `${nth}: ${statement}`).toMatchObject({ code: 'UNAVAILABLE' });
      failed.push(statement);
    }
    expect(changedTables(before, await digestOf(world.owner)), `${nth}: ${failed.join(' / ')}`).toEqual([]);
  }
}

describe('T-080 T-105 the N-th statement fails: the database is as before, until the command passes', () => {
  it.each(examples)('$name by $who', { timeout: 120_000 }, async ({ name, who, input }) => {
    const actor = await actorOf(world, who);
    const events = await world.owner.auditEvent.count();
    expect(await failEverywhere(commandOf(name), actor, input)).toBeGreaterThan(2);
    expect(await world.owner.auditEvent.count()).toBe(events + (rowsOfAct[name] ?? 1));
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('every command of the product has an example here, but the first one of an installation', () => {
    const named = new Set(examples.map(({ name }) => name));
    expect([...commands.keys()].filter((name) => !named.has(name))).toEqual(['institution.set-up']);
  });

  it('institution.set-up, where there is no institution yet', async () => {
    await world.owner.institution.deleteMany();
    const actor = await actorOf(world, 'system');
    const input = { name: 'Колледж', shortName: 'К', founder: 'Область', city: 'Город', timeZone: 'Europe/Samara' };
    expect(await failEverywhere(commandOf('institution.set-up'), actor, input)).toBeGreaterThan(2);
    expect(await world.owner.institution.count()).toBe(1);
  });
});
