import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/reports/canonical';
import { type Example, rowsOfAct } from '../support/command-example';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { testDatabase } from '../support/database';
import { changedTables, digestOf } from '../support/digest';
import { checkInvariants } from '../support/invariants';
import { givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let examples: Example[];
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'rustem');
  examples = await commandExamples(world, await prepareExamples(world));
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const acts = () => world.owner.auditEvent.count();
describe('T-084 T-100 one key, one effect', () => {
  it('every command twice at once, twice in turn, after 24 hours, and with another body', {
    timeout: 120_000,
  }, async () => {
    const commands = await everyCommand();
    const faults: string[] = [];
    for (const [index, { name, who, input }] of examples.entries()) {
      const command = commands.get(name);
      if (!command) throw new Error(`there is no command ${name}`);
      if (command.secret) continue;
      await testDatabase().setClock(worldNow);
      const actor = await actorOf(world, who);
      const meta = { address: 'test', device: 'test', idempotencyKey: `key-${index}-${name}` };
      const run = (body: unknown = input) => command.execute(actor, body as never, meta);
      const before = await acts();
      const [one, other] = await Promise.all([run(), run()]);
      const once = await digestOf(world.owner);
      const third = await run();
      await testDatabase().setClock('2026-10-15T08:00:00Z');
      const next = await run();
      const same = new Set([one, other, third, next].map((answer) => canonicalJson(answer ?? null)));
      if (same.size !== 1) faults.push(`${name}: different answers ${[...same].join(' / ').slice(0, 200)}`);
      const wrong = await run(otherBody(input)).then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? String(error),
      );
      if (wrong !== 'DUPLICATE_KEY' && Object.keys(input).length > 0) faults.push(`${name}: another body is ${wrong}`);
      const twice = changedTables(once, await digestOf(world.owner));
      if (twice.length > 0) faults.push(`${name}: written again into ${twice.join()}`);
      const expected = rowsOfAct[name] ?? 1;
      if ((await acts()) !== before + expected) faults.push(`${name}: ${(await acts()) - before} acts`);
    }
    expect(faults).toEqual([]);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('a key belongs to one person: another one may have the same', async () => {
    const commands = await everyCommand();
    const command = commands.get('session.end');
    const meta = { address: 'test', device: 'test', idempotencyKey: 'key-of-two-people' };
    const before = await acts();
    await command?.execute(await world.actor('gulnara'), {} as never, meta);
    await command?.execute(await world.actor('liliya'), {} as never, meta);
    expect(await acts()).toBe(before + 2);
  });

  it('a refused request leaves its key free: it may succeed later', async () => {
    const commands = await everyCommand();
    const mark = commands.get('journal.mark-cells');
    const meta = { address: 'test', device: 'test', idempotencyKey: 'key-refused-first' };
    const { ahead } = world.college.lessons;
    const presences = [{ lessonId: ahead, studentId: world.people.timur, value: 'late', version: 0 }];
    const input = { sectionId: world.college.sections.algorithms, presences } as never;
    await expect(mark?.execute(await world.actor('gulnara'), input, meta)).rejects.toMatchObject({
      code: 'NOT_YET_HELD',
    });
    await testDatabase().setClock('2026-10-16T08:00:00Z');
    await expect(mark?.execute(await world.actor('gulnara'), input, meta)).resolves.toMatchObject({ conflicts: [] });
  });
});

/** The same request but for one word or number, still one that the schema takes. */
function otherBody(value: unknown): unknown {
  let changed = false;
  const walk = (inner: unknown, key = ''): unknown => {
    if (changed || inner instanceof Uint8Array) return inner;
    if (Array.isArray(inner)) return inner.map((item) => walk(item, key));
    if (typeof inner === 'object' && inner !== null && key !== 'login') {
      return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, walk(item, name)]));
    }
    if (
      typeof inner === 'boolean' ||
      (typeof inner === 'number' && /Id$|Ids$|^(id|group|period)$/.test(key)) ||
      /title|names|name$|^key$|^note$|^about$|device|subject|reason/i.test(key)
    ) {
      changed = inner !== null;
      if (typeof inner === 'boolean') return !inner;
      return typeof inner === 'number' ? inner + 1000 : typeof inner === 'string' ? `${inner.slice(0, 30)}1` : inner;
    }
    return inner;
  };
  return walk(value);
}
