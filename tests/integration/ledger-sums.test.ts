import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildBook } from '@/reports/ledger/build-book';
import { loadLedger } from '@/reports/ledger/load-ledger';
import { testDatabase } from '../support/database';
import { journalDesk, marked } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save } = journalDesk(() => world);

async function courseOf() {
  const { groups, periods } = world.college;
  const data = await loadLedger(world.owner, { group: groups.isp, period: periods.first }, '2026-10-14');
  const course = data?.courses[0];
  if (!data || !course) throw new Error('no ledger');
  const issue = { createdAt: new Date(worldNow), printedAt: '14.10.2026', status: 'draft' as never };
  const totals = buildBook(data, issue).courses[0]?.totals ?? [];
  return { course, totals: totals.map(({ label, cells }) => [label, ...cells]) };
}

it('R-112 «Присутствовало» says nothing of a lesson whose attendance was not taken', async () => {
  const { past, recent } = world.college.lessons;
  const { timur, alina } = world.people;
  await save('gulnara', { presences: [{ lessonId: past, studentId: timur, value: 'absent', version: 0 }] });
  await save('gulnara', marked(recent, alina, '5'));
  const { course, totals } = await courseOf();
  expect(course.lessons.map(({ enteredAt }) => enteredAt !== null)).toEqual([true, true, false, false, false]);
  expect(course.absent).toEqual([1, null, null, null, null]);
  expect(course.present).toEqual([3, null, null, null, null]);
  expect(totals).toEqual([
    ['Отсутствовало', '1', '', '', '', ''],
    ['Присутствовало', '3', '', '', '', ''],
  ]);
});

it('R-044 substitutions of one day are printed with their own hours', async () => {
  const { owner, college, people } = world;
  const place = {
    sectionId: college.sections.algorithms,
    groupId: college.groups.isp,
    periodId: college.periods.first,
  };
  const { id: lessonId } = await owner.lesson.create({
    data: {
      ...{ ...place, teacherId: people.rustem, date: new Date('2026-10-13'), classPeriod: 3, room: '314' },
      ...{ lessonType: 'lecture', hours: 1 },
    },
    select: { id: true },
  });
  const order = { reason: 'курсы', orderNumber: '97-к', orderedOn: new Date('2026-10-12') };
  await owner.substitution.create({
    data: { lessonId, absentTeacherId: people.gulnara, ...order },
    select: { lessonId: true },
  });
  const { course } = await courseOf();
  expect(course.substitutions.map(({ by, hours }) => [by, hours])).toEqual(
    expect.arrayContaining([
      ['Ганеева Л. Р.', 2],
      ['Мухаметшин Р. И.', 1],
    ]),
  );
});
