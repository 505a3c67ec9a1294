import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { markCells } from '@/features/journal/mark-cells';
import { loadNoticesAhead } from '@/features/notices/load-notices';
import { changeWeek } from '@/features/timetable/change-week';
import { layDays } from '@/features/timetable/lay-days';
import { loadLaying } from '@/features/timetable/load-laying';
import { loadWeek } from '@/features/timetable/load-week';
import { relayLessons } from '@/features/timetable/relay-lessons';
import { withdrawDays } from '@/features/timetable/withdraw-days';
import { db } from '@/server/db';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { addPhysics, timetableDesk } from '../support/timetable-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
/** Another course of the first group, given by rustem. */
let physics: number;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  physics = await addPhysics(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };
const { place, at, change, lay, lessonsFrom } = timetableDesk(() => world);

describe('the week (R-041, R-043)', () => {
  it('is changed from a day on; its lessons follow and end with the plan’s hours; the act is in the audit', async () => {
    const { ids } = await change([{ act: 'place', sectionId: physics, ...at(2, 1) }]);
    expect(await lay()).toMatchObject({ added: 6, removed: 0, shortHours: 92 });
    const laid = await lessonsFrom('2026-10-15', physics);
    expect(laid.map(({ date }) => date)).toEqual([
      '2026-10-20',
      '2026-10-27',
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
    ]);
    expect(
      laid.every(({ timetableEntryId, teacherId }) => timetableEntryId === ids[0] && teacherId === world.people.rustem),
    ).toBe(true);
    const events = await world.owner.auditEvent.findMany({
      orderBy: { id: 'desc' },
      take: 2,
      select: { command: true, personId: true },
    });
    expect(events).toEqual(
      ['relay-lessons', 'change-week'].map((name) => ({ command: `timetable.${name}`, personId: world.people.anton })),
    );
    expect(await lay(), 'laying what is laid').toMatchObject({ added: 0, removed: 0, changed: 0, kept: 6 });
  });

  it('refuses a teacher and a group in two places and names them; a room shared is told only', async () => {
    const foreign = { groupId: world.college.groups.pkd, periodId: world.college.periods.first };
    const theirs = await change(
      [{ act: 'place', sectionId: world.college.sections.foreign, ...at(5, 1) }],
      '2026-10-19',
      foreign,
    );
    await expect(change([{ act: 'place', sectionId: physics, ...at(5, 1) }])).rejects.toMatchObject({
      code: 'CLASH',
      options: {
        detail:
          'преподаватель Мухаметшин Р. И. в этот час ведёт «Основы алгоритмизации и программирования» у группы ПКД-26-1',
      },
    });
    const { algorithms } = world.college.sections;
    await expect(change([{ act: 'place', sectionId: algorithms, ...at(2, 1) }])).rejects.toMatchObject({
      code: 'CLASH',
    });
    await change([{ act: 'place', sectionId: algorithms, ...at(5, 1) }]);
    const view = await loadLaying(await world.actor('anton'), undefined);
    expect(view?.clashes.map(({ kind }) => kind)).toEqual(['room']);
    const week = await loadWeek(await world.actor('anton'), { group: place().groupId, from: '2026-10-19' });
    expect(week?.busyRooms).toContainEqual(expect.objectContaining({ room: '314', group: 'ПКД-26-1' }));
    await change([{ act: 'remove', entryId: theirs.ids[0] ?? 0, version: 0 }], '2026-10-19', foreign);
  });

  it('moves lessons when a place is altered, keeps those before the day, and tells the group and the teacher (R-042)', async () => {
    await lay();
    const entry = await world.owner.timetableEntry.findFirstOrThrow({ where: { sectionId: physics, removedAt: null } });
    const before = await lessonsFrom('2026-10-15', physics);
    await change([{ act: 'alter', entryId: entry.id, version: entry.version, ...at(4, 3, '101') }], '2026-11-02');
    expect(await lay()).toMatchObject({ added: 4, removed: 4 });
    const after = await lessonsFrom('2026-10-15', physics);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.slice(2).map(({ date, classPeriod, room }) => `${date} ${classPeriod} ${room}`)).toEqual([
      '2026-11-05 3 101',
      '2026-11-12 3 101',
      '2026-11-19 3 101',
      '2026-11-26 3 101',
    ]);
    expect(
      after.reduce((sum, { hours }) => sum + hours, 0),
      'hours are conserved',
    ).toBe(12);
    const title = 'Расписание группы ИСП-25-1 изменено с 03.11.2026';
    for (const who of ['rustem', 'liliya'] as const) {
      expect((await loadNoticesAhead(await world.actor(who))).map((notice) => notice.title)).toContain(title);
    }
    const diary = await loadDiaryWeek(await world.actor('renata'), world.people.alina);
    expect(diary?.week.notices.map((notice) => notice.title)).toContain(title);
    expect(await loadNoticesAhead(await world.actor('mira'))).toEqual([]);
  });

  it('loses nothing filled: a lesson with entries stays at its hour when its place is gone', async () => {
    await testDatabase().setClock('2026-10-20T08:00:00.000Z');
    const [first] = await lessonsFrom('2026-10-15', physics);
    const lessonId = first?.id ?? 0;
    const task = { taskType: 'answer', title: 'Доклад', required: false, dueOn: null, version: 0 };
    const assignments = [{ ...task, lessonId, assignment: { ref: 'talk' } }];
    await markCells.execute(await world.actor('rustem'), { sectionId: physics, assignments }, meta);
    const entry = await world.owner.timetableEntry.findFirstOrThrow({
      where: { sectionId: physics, endsOn: new Date('2026-11-01') },
    });
    await change([{ act: 'remove', entryId: entry.id, version: entry.version }], '2026-10-20');
    expect(await lay()).toMatchObject({ removed: 1, added: 1 });
    expect((await lessonsFrom('2026-10-15', physics))[0]).toMatchObject({ id: lessonId, date: '2026-10-20' });
    await expect(db().$executeRaw`SELECT withdraw_lessons(ARRAY[${lessonId}::int])`).rejects.toThrow('23514');
    await expect(db().$executeRaw`DELETE FROM lesson WHERE id = ${lessonId}`).rejects.toThrow('42501');
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('T-105 of two dispatchers at once the second is told; nothing of a refused change is done', async () => {
    const entry = await world.owner.timetableEntry.findFirstOrThrow({
      where: { sectionId: world.college.sections.algorithms, removedAt: null },
    });
    const { id: entryId, version } = entry;
    const wishes = [1, 4].map((weekday) => change([{ act: 'alter', entryId, version, ...at(weekday, 4) }]));
    const answers = await Promise.allSettled(wishes);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const stale = [
      { act: 'place' as const, sectionId: physics, ...at(6, 1) },
      { act: 'remove' as const, entryId, version },
    ];
    await expect(change(stale)).rejects.toMatchObject({ code: 'TIMETABLE_CHANGED' });
    expect(await world.owner.timetableEntry.count({ where: { weekday: 6 } })).toBe(0);
  });

  it('refuses strangers, days gone by and outside the period, another group’s course, a locked period', async () => {
    const one = [{ act: 'place' as const, sectionId: physics, ...at(6, 2) }];
    const wish = { ...place(), from: '2026-10-19', changes: one };
    for (const who of ['gulnara', 'alina', 'irina'] as const) {
      await expect(changeWeek.execute(await world.actor(who), wish, meta)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(relayLessons.execute(await world.actor(who), place(), meta)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    for (const from of ['2026-10-13', '2027-01-12'])
      await expect(change(one, from)).rejects.toMatchObject({ code: 'INVALID' });
    const foreign = [{ act: 'place' as const, sectionId: world.college.sections.foreign, ...at(6, 2) }];
    await expect(change(foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const closed = { ...place(), periodId: world.college.periods.closed };
    await expect(change(one, '2025-10-20', closed)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    await expect(lay(closed)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect(await loadWeek(await world.actor('alina'), {})).toBeNull();
  });

  it('gives way to practice «за день» and takes its days back while nobody has filled them', async () => {
    const { owner, college } = world;
    const wish = { ...place(), sectionId: college.sections.algorithms, from: '2026-12-07', to: '2026-12-09' };
    const days = { ...wish, classPeriods: [1], hours: 6, room: 'мастерская', lessonType: 'practice' };
    const { lessonTypes } = (await import('@/domain/regulation/profiles')).profiles.demo;
    const lessonType = lessonTypes[0]?.id ?? '';
    const done = await layDays.execute(await world.actor('anton'), { ...days, lessonType }, meta);
    expect(done.laid).toBe(3);
    expect(await owner.lesson.count({ where: { room: 'мастерская', hours: 6 } })).toBe(3);
    await expect(layDays.execute(await world.actor('anton'), { ...days, lessonType }, meta)).rejects.toMatchObject({
      code: 'CLASH',
    });
    expect((await withdrawDays.execute(await world.actor('anton'), wish, meta)).withdrawn).toBe(3);
    await expect(withdrawDays.execute(await world.actor('anton'), wish, meta)).rejects.toMatchObject({
      code: 'LESSON_FILLED',
    });
  });
});
