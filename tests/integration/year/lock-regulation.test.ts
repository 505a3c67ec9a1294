import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRegulation, type Regulation } from '@/domain/regulation/regulation';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { reopenPeriod } from '@/features/academic-year/reopen-period';
import { loadDaySheet } from '@/features/attendance/load-day-sheet';
import { loadJournal } from '@/features/journal/load-journal';
import { curatorDesk } from '../../support/curator-desk';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterAll(() => world.close());

describe('T-082 G-05 a reopened journal is written by the regulation under which its period was lived', () => {
  const desk = curatorDesk(() => world);
  const free = (lessonId: number, studentId: number) => ({
    assignments: [
      { lessonId, assignment: { ref: 'a' }, version: 0, taskType: 'answer', title: '', required: false, dueOn: null },
    ],
    marks: [{ lessonId, studentId, assignment: { ref: 'a' }, value: '5' as const, required: false, version: 0 }],
  });

  beforeAll(async () => {
    const { owner, college } = world;
    await testDatabase().setClock(worldNow);
    const { isp } = college.groups;
    const lock = { periodIds: [college.periods.first], groupIds: [isp], reason: 'семестр завершён' };
    await desk.run('venera', lockPeriods, lock);
    const { data } = await owner.regulationVersion.findFirstOrThrow({ orderBy: { validFrom: 'asc' } });
    const lived = parseRegulation(data);
    const { codes } = lived.attendance;
    const next: Regulation = {
      ...lived,
      attendance: { ...lived.attendance, codes: codes.filter(({ id }) => id !== 'sick') },
      markWithoutTask: { mode: 'strict' },
      periodMark: { ...lived.periodMark, overrideNeedsReason: !lived.periodMark.overrideNeedsReason },
    };
    await owner.regulationVersion.create({
      data: {
        ...{ profile: next.profile, data: JSON.parse(JSON.stringify(next)) },
        ...{ validFrom: new Date('2026-10-20'), createdAt: new Date(worldNow) },
      },
    });
    await testDatabase().setClock('2026-10-22T08:00:00Z');
    const place = { groupId: isp, periodId: college.periods.first, sectionId: college.sections.algorithms };
    await desk.run('nadezhda', reopenPeriod, { ...place, reason: 'докладная № 4', until: '2026-10-23' });
  });

  test('the journal: what the old rules allowed is written, though its window is long over', async () => {
    const { college, people } = world;
    const answer = await desk.teach('gulnara', free(college.lessons.past, people.timur));
    expect(answer.marks).toHaveLength(1);
    const { today, foreign } = college.lessons;
    const { studentId } = await world.owner.enrollment.findFirstOrThrow({ where: { groupId: college.groups.pkd } });
    const strict = () => desk.teach('rustem', free(foreign, studentId), college.sections.foreign);
    expect(await desk.refused(strict)).toBe('NO_ASSIGNMENT');
    await desk.teach('gulnara', {
      presences: [{ lessonId: today, studentId: people.timur, value: 'absent', version: 0 }],
    });
    const view = await loadJournal(await world.actor('gulnara'), college.sections.algorithms, college.periods.first);
    expect(view?.regulation.markWithoutTask.mode).toBe('autoCreate');
    expect(view?.view.lessons.find(({ id }) => id === college.lessons.past)?.editable).toBe(true);
  });

  test('the curator: the day has the codes of its time, and they are written', async () => {
    const { college, people } = world;
    const { today } = college.lessons;
    const day = await loadDaySheet(await world.actor('liliya'), college.groups.isp, '2026-10-14');
    expect(day?.codes.map(({ id }) => id)).toContain('sick');
    expect(day?.columns[0]?.lessons[0]).toMatchObject({ reasonClosed: null });
    const sick = { lessonId: today, studentId: people.timur, value: 'sick', version: 0 };
    expect((await desk.day('liliya', { reasons: [sick] })).reasons).toHaveLength(1);
  });

  test('a period grade: the old table and its rule of reasons', async () => {
    const { college, people } = world;
    const grade = { studentId: people.timur, periodId: college.periods.first, value: '4' as const, version: 0 };
    const give = () => desk.teach('gulnara', { grades: [{ ...grade, reason: null }] });
    expect(await desk.refused(give)).toBe('REASON_NEEDED');
  });
});

test('T-082 a lock keeps the regulation under which the period was lived, not that of the day of locking', async () => {
  await testDatabase().setClock(worldNow);
  const { owner, college } = world;
  const lived = await owner.regulationVersion.findFirstOrThrow({ orderBy: { validFrom: 'asc' } });
  const { profile, data } = lived;
  const later = await owner.regulationVersion.create({
    data: { profile, data: data ?? {}, validFrom: new Date('2026-09-01'), createdAt: new Date(worldNow) },
    select: { id: true },
  });
  const { closed, first } = college.periods;
  const input = { periodIds: [closed, first], groupIds: [college.groups.pkd], reason: 'сдано в архив' };
  await lockPeriods.execute(await world.actor('venera'), input, { address: 'test', device: 'test' });
  const locks = await owner.groupPeriod.findMany({
    where: { groupId: college.groups.pkd, periodId: { in: [closed, first] } },
    select: { periodId: true, regulationId: true },
    orderBy: { periodId: 'asc' },
  });
  expect(locks).toEqual([
    { periodId: closed, regulationId: lived.id },
    { periodId: first, regulationId: later.id },
  ]);
});
