import { importGrades } from '@/features/lessons/import-grades';
import { runAs, systemActor } from '@/server/system-actor';
import type { TestDatabase } from './clone';
import { buildWorld, type World } from './world';

const day = (date: string) => new Date(date);

/** Friday 02.07.2027, 12:00 in Samara: both semesters of 2026/27 are over. */
export const yearIsOver = '2027-07-02T08:00:00.000Z';

export type YearCollege = { graduating: number; graduates: { ready: number; owing: number }; lastSection: number };

/** The small world at the end of its open year. */
export async function buildYearEnd(
  database: TestDatabase,
): Promise<{ world: World; college: YearCollege; yearId: number }> {
  const world = await buildWorld(database);
  return { world, college: await addYearEnd(world), yearId: world.college.years.open };
}

/**
 * Adds to the small world what a year's end meets: plans with terms, a week, a group in its last year with one student who may
 * go and one who has a debt.
 */
async function addYearEnd({ owner, college, people }: World): Promise<YearCollege> {
  const { id: programId } = await owner.studyProgram.findFirstOrThrow();
  const item = await owner.curriculumItem.findFirstOrThrow();
  const terms = [3, 4, 5, 6].map((semester) => ({ semester, hours: 32, controlForm: 'none' as const }));
  await owner.curriculumTerm.createMany({ data: terms.map((term) => ({ ...term, itemId: item.id })) });
  const nobody = await owner.course.create({ data: { name: 'Операционные системы', kind: 'discipline' } });
  await owner.curriculumItem.create({
    data: {
      ...{ curriculumId: item.curriculumId, courseId: nobody.id, index: 'ОП.05' },
      terms: { create: [{ semester: 5, hours: 20, controlForm: 'credit' }] },
    },
  });
  await owner.timetableEntry.createMany({
    data: [
      { sectionId: college.sections.algorithms, weekday: 3, classPeriod: 2, room: '314' },
      { sectionId: college.sections.foreign, weekday: 1, classPeriod: 1, room: '101' },
    ].map((entry) => ({
      ...entry,
      ...{ parity: 'every' as const, startsOn: day('2026-09-01'), endsOn: day('2026-12-21') },
    })),
  });
  const last = await lastGroup(owner, programId, college, people);
  await giveGrades(last, college.periods.second, people.rustem);
  return last;
}

async function lastGroup(
  owner: World['owner'],
  programId: number,
  college: World['college'],
  people: World['people'],
): Promise<YearCollege> {
  const course = await owner.course.create({ data: { name: 'Проектирование', kind: 'discipline' } });
  const plan = await owner.curriculum.create({
    data: {
      ...{ programId, entryYear: 2023, approvedOn: day('2023-06-30') },
      items: { create: { courseId: course.id, index: 'МДК.01' } },
    },
    include: { items: true },
  });
  const group = await owner.studentGroup.create({
    data: { name: 'ИСП-23-1', departmentId: college.department, curriculumId: plan.id, entryYear: 2023 },
  });
  await owner.groupPeriod.create({ data: { groupId: group.id, periodId: college.periods.second } });
  const order = await owner.administrativeOrder.findFirstOrThrow();
  const student = async (lastName: string) => {
    const { id } = await owner.person.create({ data: { lastName, firstName: 'Олег', sex: 'male' } });
    await owner.student.create({ data: { id } });
    const enrolled = { studentId: id, groupId: group.id, startsOn: day('2023-09-01'), entryOrderId: order.id };
    await owner.enrollment.create({ data: enrolled });
    return id;
  };
  const graduates = { ready: await student('Выпускников'), owing: await student('Должников') };
  const section = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: group.id, itemId: plan.items[0]?.id ?? 0 },
      teachers: { create: { teacherId: people.rustem, startsOn: day('2026-09-01') } },
    },
  });
  await owner.lesson.create({
    data: {
      ...{ sectionId: section.id, groupId: group.id, periodId: college.periods.second, teacherId: people.rustem },
      ...{ date: day('2027-05-20'), classPeriod: 1, room: '1', lessonType: 'lecture', hours: 2 },
    },
  });
  return { graduating: group.id, graduates, lastSection: section.id };
}

function giveGrades({ lastSection, graduates }: YearCollege, periodId: number, by: number) {
  const at = '2026-10-14T07:00:00Z';
  const grade = (studentId: number, value: '5' | '2') => ({ studentId, value, reason: 'по ведомости' });
  const grades = [grade(graduates.ready, '5'), grade(graduates.owing, '2')];
  const sheet = { sectionId: lastSection, periodId, by, at, publishedAt: null, grades };
  return runAs(systemActor(day(at), '2026-10-14', 'Europe/Samara'), importGrades, { sheets: [sheet] });
}
