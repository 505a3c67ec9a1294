import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { loadSubject } from '@/features/diary/load-subject';
import { loadSubjects } from '@/features/diary/load-subjects';
import { testDatabase } from '../support/database';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let courseId = 0;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const item = await world.owner.curriculumItem.findFirstOrThrow({ select: { courseId: true } });
  courseId = item.courseId;
  const task = { taskType: 'practical', title: 'ПЗ № 1', required: true, dueOn: null, version: 0 };
  const work = { ...task, lessonId: world.college.lessons.past, assignment: { ref: 'pz' }, dotForAll: true };
  await save('gulnara', { assignments: [work] });
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save } = journalDesk(() => world);

/** Debts as the week, the list of subjects and the subject's own page name them. */
async function debts(): Promise<[week: number, list: number, subject: number]> {
  const { timur } = world.people;
  const actor = await world.actor('timur');
  const week = await loadDiaryWeek(actor, timur, {});
  const list = await loadSubjects(actor, timur);
  const subject = await loadSubject(actor, timur, courseId);
  return [week?.week.debts.length ?? -1, list?.subjects.debts ?? -1, subject?.subject.debts.length ?? -1];
}

it('R-064 debts are those that can still be settled, on every page of the diary alike: lock, reopening, its end', async () => {
  expect(await debts()).toEqual([1, 1, 1]);
  const { groups, periods, sections } = world.college;
  await world.owner.groupPeriod.update({
    where: { groupId_periodId: { groupId: groups.isp, periodId: periods.first } },
    data: { lockedAt: new Date(worldNow), lockedById: world.people.denis, lockReason: 'журналы сданы' },
    select: { groupId: true },
  });
  expect(await debts()).toEqual([0, 0, 0]);
  await world.owner.sectionReopening.create({
    data: {
      ...{ sectionId: sections.algorithms, periodId: periods.first, reason: 'пересдача' },
      ...{
        openedAt: new Date(worldNow),
        openUntil: new Date('2026-10-15T08:00:00Z'),
        openedById: world.people.nadezhda,
      },
    },
    select: { id: true },
  });
  expect(await debts()).toEqual([1, 1, 1]);
  await testDatabase().setClock('2026-10-15T08:00:00Z');
  expect(await debts()).toEqual([0, 0, 0]);
});
