import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import type { World } from './world';

const day = (date: string) => new Date(date);

/** The end of a year: locks and reopenings in the open one, the others on years of their own. */
export function yearEndExamples({ college }: World, { closedYears }: Prepared): Example[] {
  const { groups, periods, years, sections } = college;
  const place = { groupId: groups.isp, periodId: periods.second };
  const reason = 'год завершён';
  return [
    {
      name: 'academic-year.lock-periods',
      who: 'venera',
      input: { periodIds: [periods.closed, periods.second], groupIds: [groups.pkd, groups.isp], reason },
    },
    {
      name: 'academic-year.reopen-period',
      who: 'nadezhda',
      input: { ...place, sectionId: sections.algorithms, reason: 'ошибка в журнале', until: '2026-10-20' },
    },
    { name: 'academic-year.end-reopening', who: 'nadezhda', input: { ...place, sectionId: sections.algorithms } },
    {
      name: 'academic-year.close',
      who: 'venera',
      input: { yearId: years.closed, promotionOrder: '210-с', graduationOrder: '211-с', reason },
    },
    { name: 'academic-year.open-next', who: 'venera', input: { yearId: closedYears.open } },
    { name: 'academic-year.undo-closing', who: 'venera', input: { yearId: closedYears.undo, reason: 'ошибка' } },
  ];
}

/** Two years far ahead, closed by hand; in the first a group of the first year of study has a journal with a week. */
export async function prepareYears(
  { owner, college, people }: Pick<World, 'owner' | 'college' | 'people'>,
  studentId: number,
) {
  const year = (from: number) =>
    owner.academicYear.create({
      data: { name: `${from}/${from + 1}`, startsOn: day(`${from}-09-01`), endsOn: day(`${from + 1}-08-31`) },
    });
  const [open, undo] = [await year(2040), await year(2050)];
  await studyIn(owner, { yearId: open.id, studentId }, college, people);
  for (const { id: yearId } of [open, undo]) {
    const closedAt = day('2026-10-01');
    const before = { locked: [], ended: [], orderIds: [] };
    await owner.yearClosing.create({ data: { yearId, closedAt, closedById: people.denis, told: {}, before } });
    await owner.academicYear.update({ where: { id: yearId }, data: { closedAt } });
  }
  return { open: open.id, undo: undo.id };
}

async function studyIn(
  owner: World['owner'],
  { yearId, studentId }: { yearId: number; studentId: number },
  { department }: World['college'],
  people: World['people'],
): Promise<void> {
  const { id: programId } = await owner.studyProgram.findFirstOrThrow();
  const { id: courseId } = await owner.course.findFirstOrThrow();
  const terms = [1, 2, 3].map((semester) => ({ semester, hours: 8, controlForm: 'credit' as const }));
  const plan = await owner.curriculum.create({
    data: {
      ...{ programId, entryYear: 2040, approvedOn: day('2040-06-30') },
      items: { create: { courseId, index: 'ОП.01', terms: { create: terms } } },
    },
    include: { items: true },
  });
  const group = await owner.studentGroup.create({
    data: { name: 'ИСП-40-1', departmentId: department, curriculumId: plan.id, entryYear: 2040 },
  });
  const period = await owner.academicPeriod.create({
    data: {
      ...{ yearId, kind: 'semester', ordinal: 1, name: 'I семестр' },
      ...{ startsOn: day('2040-09-01'), endsOn: day('2040-12-28') },
    },
  });
  const order = await owner.administrativeOrder.findFirstOrThrow();
  await owner.enrollment.create({
    data: { studentId, groupId: group.id, startsOn: day('2040-09-01'), entryOrderId: order.id },
  });
  const lock = { lockedAt: day('2026-10-01'), lockedById: people.denis, lockReason: 'год завершён' };
  await owner.groupPeriod.create({ data: { groupId: group.id, periodId: period.id, ...lock } });
  const section = await owner.courseSection.create({
    data: {
      ...{ yearId, groupId: group.id, itemId: plan.items[0]?.id ?? 0 },
      teachers: { create: { teacherId: people.gulnara, startsOn: day('2040-09-01') } },
    },
  });
  await owner.timetableEntry.create({
    data: {
      ...{ sectionId: section.id, weekday: 2, classPeriod: 1, parity: 'every', room: '314' },
      ...{ startsOn: day('2040-09-01'), endsOn: day('2040-12-28') },
    },
  });
}
