import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { markCells } from '@/features/journal/mark-cells';
import { publishGrades } from '@/features/journal/publish-grades';
import { actsOfExamples } from '../support/acts-of-examples';
import { rowsOfAct } from '../support/command-example';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { testDatabase } from '../support/database';
import { decipher } from '../support/decipher';
import { givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '203.0.113.9', device: 'Firefox 144' };
let world: World;
/** What each act has left: `command who → roles · object · steps`, personal values with a star; checked row by row while written. */
const acts: string[] = [];

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'rustem');
  const commands = await everyCommand();
  for (const { name, who, input } of await commandExamples(world, await prepareExamples(world))) {
    const actor = await actorOf(world, who);
    const { _max } = await world.owner.auditEvent.aggregate({ _max: { id: true } });
    await commands.get(name)?.execute(actor, input as never, meta);
    const rows = await world.owner.auditEvent.findMany({
      where: { id: { gt: _max.id ?? 0n } },
      orderBy: { id: 'asc' },
      include: { changes: { orderBy: { id: 'asc' }, include: { personal: { select: { personId: true } } } } },
    });
    for (const row of rows) {
      expect(row).toMatchObject({ ...meta, result: 'ok', sessionId: actor.sessionId });
      // opening a year and hiring somebody are acts of several, each with its own row
      if (!Object.hasOwn(rowsOfAct, name)) expect(row.command).toBe(name);
      const carried = name.includes('import');
      if (!carried && who !== 'anonymous') expect(row.personId).toBe(actor.personId);
      if (!carried) expect(row.at.toISOString()).toBe(worldNow);
      const steps = new Set(row.changes.map((step) => `${step.entity} ${step.field}${step.personal ? '*' : ''}`));
      acts.push(`${row.command} ${who} → ${row.roles} · ${row.object} · ${[...steps].join(', ')}`);
    }
  }
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

describe('T-071 every act leaves its row: who, role, when, address, device, object, result, old → new', () => {
  it('as this table says', () => {
    expect(acts).toEqual(actsOfExamples);
  });

  it('an act carried over names its own author and instant, and who carried it', async () => {
    const rows = await world.owner.auditEvent.findMany({
      where: { command: 'journal.import-lessons' },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ personId, at, roles }) => [personId, at.toISOString(), roles])).toEqual([
      [world.people.gulnara, '2026-10-07T08:00:00.000Z', 'system'],
      [world.people.liliya, '2026-10-08T08:00:00.000Z', 'system'],
    ]);
  });

  it('personal values lie enciphered with the person’s own key; nothing of them is in the open (T-074)', async () => {
    const { id: personId } = await world.owner.person.findFirstOrThrow({ where: { lastName: 'Ильин1' } });
    const [row] = await world.owner.auditPersonalValue.findMany({ where: { personId }, orderBy: { changeId: 'asc' } });
    const { key } = await world.owner.personKey.findUniqueOrThrow({ where: { personId: row?.personId ?? 0 } });
    expect(JSON.parse(decipher(row?.afterCipher ?? new Uint8Array(), key))).toMatchObject({
      lastName: 'Ильин1',
      birthDate: '2009-04-01',
    });
    const other = await world.owner.personKey.findFirstOrThrow({ where: { personId: { not: row?.personId ?? 0 } } });
    expect(() => decipher(row?.afterCipher ?? new Uint8Array(), other.key)).toThrow();
    const open = await world.owner.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM audit_change WHERE coalesce(before, '') || coalesce(after, '') ~ 'Ильин|2009-04-01|parent1|argon2'`;
    expect(open).toEqual([{ n: 0 }]);
  });

  it('a refusal that tells of trespass leaves a row in the security log and none in the audit', async () => {
    const { algorithms, closed } = world.college.sections;
    const cell = {
      lessonId: world.college.lessons.recent,
      studentId: world.people.alina,
      value: 'late' as const,
      version: 0,
    };
    const periods = { periodIds: [world.college.periods.first], groupIds: [world.college.groups.isp], reason: 'x' };
    const refusals: [
      keyof World['people'],
      string,
      string,
      (actor: Awaited<ReturnType<World['actor']>>) => Promise<unknown>,
    ][] = [
      [
        'renata',
        'journal.mark-cells',
        'FORBIDDEN',
        (actor) => markCells.execute(actor, { sectionId: algorithms, presences: [cell] }, meta),
      ],
      [
        'tatyana',
        'journal.publish-grades',
        'FORBIDDEN',
        (actor) => publishGrades.execute(actor, { sectionId: algorithms, periodId: 2 }, meta),
      ],
      [
        'liliya',
        'journal.publish-grades',
        'NOT_FOUND',
        (actor) => publishGrades.execute(actor, { sectionId: algorithms, periodId: 2 }, meta),
      ],
      ['gulnara', 'academic-year.lock-periods', 'FORBIDDEN', (actor) => lockPeriods.execute(actor, periods, meta)],
      [
        'gulnara',
        'journal.mark-cells',
        'PERIOD_LOCKED',
        (actor) =>
          markCells.execute(
            actor,
            { sectionId: closed, presences: [{ ...cell, lessonId: world.college.lessons.closed }] },
            meta,
          ),
      ],
    ];
    for (const [who, command, code, act] of refusals) {
      const before = await world.owner.auditEvent.count();
      const actor = await world.actor(who);
      await expect(act(actor)).rejects.toMatchObject({ code });
      const row = await world.owner.securityEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(row).toMatchObject({
        kind: 'refusal',
        personId: actor.personId,
        sessionId: actor.sessionId,
        ...meta,
        detail: `${command} ${code}`,
      });
      expect(row.at.toISOString()).toBe(worldNow);
      expect(await world.owner.auditEvent.count()).toBe(before);
    }
  });

  it('an error of typing is nobody’s trespass', async () => {
    const before = await world.owner.securityEvent.count();
    await expect(markCells.execute(await world.actor('gulnara'), { sectionId: 1 }, meta)).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await world.owner.securityEvent.count()).toBe(before);
  });
});

describe('T-072 no diagnoses, no documents', () => {
  it('no column of the schema is made for them; СНИЛС alone may be kept, for who holds its own function', async () => {
    const rows = await world.owner.$queryRaw<{ name: string }[]>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
    const words =
      /diagnos|illness|disease|disabilit|icd|medical|health|snils|passport|inn\b|insurance|nationality|religion/i;
    expect(rows.map(({ name }) => name).filter((name) => words.test(name))).toEqual(['person.snils']);
    expect(rows.length).toBeGreaterThan(200);
  });

  it('illness is a code of absence and nothing more', async () => {
    const rows = await world.owner.$queryRaw<{ type: string }[]>`
      SELECT udt_name AS type FROM information_schema.columns WHERE table_name = 'attendance_event' AND column_name = 'reason'`;
    expect(rows).toEqual([{ type: 'text' }]);
    const reason = {
      lessonId: world.college.lessons.today,
      studentId: world.people.timur,
      value: 'J06.9 ОРВИ',
      version: 1,
    };
    const input = { sectionId: world.college.sections.algorithms, reasons: [reason] };
    await expect(markCells.execute(await world.actor('liliya'), input, meta)).rejects.toMatchObject({
      code: 'INVALID',
    });
  });
});
