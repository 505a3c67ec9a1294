import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endReopening } from '@/features/academic-year/end-reopening';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { reopenPeriod } from '@/features/academic-year/reopen-period';
import { markCells } from '@/features/journal/mark-cells';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { checkInvariants } from '../../support/invariants';
import { buildWorld, type World, worldNow } from '../../support/world';

const meta = { address: 'test', device: 'test' };
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const { periods, groups } = world.college;
  const lock = { periodIds: [periods.first], groupIds: [groups.isp], reason: 'семестр завершён' };
  await lockPeriods.execute(await world.actor('nadezhda'), lock, meta);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const place = () => ({
  groupId: world.college.groups.isp,
  periodId: world.college.periods.first,
  sectionId: world.college.sections.algorithms as number | null,
});
const reopen = async (over: object = {}, who: 'nadezhda' | 'gulnara' | 'venera' = 'nadezhda') =>
  reopenPeriod.execute(
    await world.actor(who),
    { ...place(), reason: 'докладная № 4', until: '2026-10-16', ...over },
    meta,
  );
const save = async (version: number) =>
  markCells.execute(
    await world.actor('gulnara'),
    {
      sectionId: world.college.sections.algorithms,
      presences: [
        {
          ...{ lessonId: world.college.lessons.recent, studentId: world.people.alina, version },
          value: version % 2 === 0 ? 'late' : null,
        },
      ],
    },
    meta,
  );

describe('T-082 G-05 a locked period is reopened with a reason and a term', () => {
  it.each([
    ['by a teacher', {}, 'gulnara', 'FORBIDDEN'],
    ['by the study office, which locks but does not reopen', {}, 'venera', 'FORBIDDEN'],
    ['without a reason', { reason: '  ' }, 'nadezhda', 'INVALID'],
    ['for a day that is over', { until: '2026-10-13' }, 'nadezhda', 'INVALID'],
    ['for longer than the profile allows', { until: '2026-10-29' }, 'nadezhda', 'INVALID'],
    ['until no day at all', { until: '2026-02-30' }, 'nadezhda', 'INVALID'],
    ['a period that is not locked', { groupId: 0 }, 'nadezhda', 'INVALID'],
  ] as const)('%s: refused, nothing written', async (_, over, who, code) => {
    const before = await digestOf(world.owner);
    await expect(reopen(over, who)).rejects.toMatchObject({ code });
    expect(changedTables(before, await digestOf(world.owner))).toEqual(['session']);
  });

  it('an open period and a journal of another group are not there', async () => {
    await expect(reopen({ periodId: world.college.periods.second })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reopen({ sectionId: world.college.sections.foreign })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('an old sign-in must show its password first (T-011)', async () => {
    const actor = await world.actor('nadezhda');
    await testDatabase().setClock('2026-10-14T08:11:00Z');
    const late = { ...actor, now: new Date('2026-10-14T08:11:00Z') };
    const input = { ...place(), reason: 'x', until: '2026-10-16' };
    await expect(reopenPeriod.execute(late, input, meta)).rejects.toMatchObject({ code: 'REAUTH_REQUIRED' });
  });

  it('one journal is open until its last day is over, and not a minute longer', async () => {
    await expect(save(0)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect(await reopen()).toEqual({ opened: 1 });
    await testDatabase().setClock('2026-10-16T19:59:00Z');
    expect((await save(0)).presences).toHaveLength(1);
    await testDatabase().setClock('2026-10-16T20:00:00Z');
    await expect(save(1)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const [event] = await world.owner.auditEvent.findMany({
      where: { command: 'academic-year.reopen-period' },
      orderBy: { id: 'desc' },
      take: 1,
      include: { changes: { orderBy: { id: 'asc' } } },
    });
    expect(event?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['openUntil', '2026-10-16T20:00:00.000Z'],
      ['reason', 'докладная № 4'],
    ]);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('all journals of the group, and closed again before the term', async () => {
    await testDatabase().setClock('2026-10-17T08:00:00Z');
    const all = await world.owner.courseSection.count({
      where: { groupId: place().groupId, yearId: world.college.years.open },
    });
    expect(await reopen({ sectionId: null, until: '2026-10-20' })).toEqual({ opened: all });
    expect((await save(1)).presences).toHaveLength(1);
    await testDatabase().setClock('2026-10-17T09:00:00Z');
    const end = async () => endReopening.execute(await world.actor('nadezhda'), { ...place(), sectionId: null }, meta);
    expect(await end()).toEqual({ ended: all });
    await expect(save(2)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    await expect(end()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it.each([
    ['made longer', "UPDATE section_reopening SET open_until = open_until + interval '1 day'"],
    ['given another reason', "UPDATE section_reopening SET reason = 'x'"],
    ['deleted', 'DELETE FROM section_reopening'],
    ['emptied', 'TRUNCATE section_reopening'],
  ])('a reopening is not %s by hand', async (_, statement) => {
    await expect(world.owner.$executeRawUnsafe(statement)).rejects.toThrow('VD003');
  });
});
