import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { importLessons } from '@/features/journal/import-lessons';
import { importGrades } from '@/features/lessons/import-grades';
import { runAs, systemActor } from '@/server/system-actor';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const system = systemActor(new Date(worldNow), '2026-10-14', 'Europe/Samara');

function sheet(changes: object = {}) {
  const { alina, timur, gulnara } = world.people;
  return {
    sectionId: world.college.sections.algorithms,
    periodId: world.college.periods.first,
    by: gulnara,
    at: new Date('2026-10-14T07:00:00Z'),
    publishedAt: null,
    grades: [
      { studentId: alina, value: null },
      { studentId: timur, value: '4' as const, reason: 'призёр олимпиады' },
    ],
    ...changes,
  };
}

it('carried-over grades keep their author and what was proposed; without marks the proposal is «н/а» (R-091, R-093)', async () => {
  const { alina, timur, gulnara } = world.people;
  const mark = {
    studentId: alina,
    value: '5' as const,
    required: false,
    by: gulnara,
    at: new Date('2026-10-07T10:00:00Z'),
  };
  const lesson = {
    lessonId: world.college.lessons.past,
    by: gulnara,
    at: new Date('2026-10-07T10:00:00Z'),
    assignments: [{ taskType: 'answer', title: '', marks: [mark] }],
  };
  await runAs(system, importLessons, { lessons: [lesson] });
  await runAs(system, importGrades, { sheets: [sheet()] });
  const rows = await world.owner.grade.findMany({
    where: { sectionId: world.college.sections.algorithms, studentId: { in: [alina, timur] } },
    orderBy: { studentId: 'asc' },
    select: { value: true, proposed: true, reason: true, enteredById: true },
  });
  expect(rows).toEqual([
    { value: '5', proposed: '5', reason: null, enteredById: gulnara },
    { value: '4', proposed: null, reason: 'призёр олимпиады', enteredById: gulnara },
  ]);
});

it('a locked period, strangers and people are refused', async () => {
  const closed = sheet({ sectionId: world.college.sections.closed, periodId: world.college.periods.closed });
  await expect(runAs(system, importGrades, { sheets: [closed] })).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
  const stranger = sheet({ grades: [{ studentId: world.people.mira, value: '5' }] });
  await expect(runAs(system, importGrades, { sheets: [stranger] })).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
  const teacher = await world.actor('gulnara');
  await expect(
    importGrades.execute(teacher, { sheets: [sheet()] }, { address: 't', device: 't' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
