import type { Example } from './command-example';
import type { World } from './world';

/** Places of the week, lessons, an absence and changes of days, one of each for every round. */
export type TimetableRows = {
  section: number;
  altered: number[];
  removed: number[];
  moved: number[];
  replaced: number[];
  substituted: number[];
  changes: number[];
  absences: number[];
  notices: number[];
};

const day = (date: string) => new Date(date);
const rounds = [1, 2] as const;

/** «Астрономия» of the second group, given by liliya, at hours at which nobody else has anything. */
export async function prepareTimetable(
  { owner, college, people }: World,
  curriculumId: number,
): Promise<TimetableRows> {
  const course = await owner.course.create({ data: { name: 'Астрономия', kind: 'discipline' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'ОУД.14' } });
  const section = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: college.groups.pkd, itemId: item.id },
      teachers: { create: { teacherId: people.liliya, startsOn: day('2026-09-01') } },
      periods: { create: { periodId: college.periods.first, plannedHours: 60, controlForm: 'none' } },
    },
  });
  const entry = (classPeriod: number) =>
    owner.timetableEntry.create({
      data: {
        ...{ sectionId: section.id, weekday: 6, classPeriod, parity: 'every', room: '101' },
        ...{ startsOn: day('2026-09-01'), endsOn: day('2026-12-28') },
      },
    });
  const lesson = (classPeriod: number, round: number, teacherId: number) =>
    owner.lesson.create({
      data: {
        ...{ sectionId: section.id, groupId: college.groups.pkd, periodId: college.periods.first, teacherId },
        ...{ date: day(`2026-11-0${round}`), classPeriod, room: '101', lessonType: 'lecture', hours: 2 },
      },
    });
  const rows: TimetableRows = {
    section: section.id,
    altered: [],
    removed: [],
    replaced: [],
    moved: [],
    substituted: [],
    changes: [],
    absences: [],
    notices: [],
  };
  const reason = 'мероприятие';
  for (const round of rounds) {
    rows.altered.push((await entry(round)).id);
    rows.removed.push((await entry(round + 2)).id);
    rows.moved.push((await lesson(1, round, people.liliya)).id);
    rows.replaced.push((await lesson(4, round, people.liliya)).id);
    const { id: lessonId } = await lesson(2, round, people.gulnara);
    const order = { reason, orderNumber: '12-к', orderedOn: day('2026-10-13') };
    await owner.substitution.create({ data: { lessonId, absentTeacherId: people.liliya, ...order } });
    rows.substituted.push(lessonId);
    const cancelled = await lesson(3, round, people.liliya);
    await owner.lesson.update({ where: { id: cancelled.id }, data: { state: 'cancelled' }, select: { id: true } });
    const stood = { formerDate: cancelled.date, formerClassPeriod: 3, formerRoom: '101', madeAt: day('2026-10-14') };
    const change = { lessonId: cancelled.id, kind: 'cancelled' as const, reason, ...stood };
    rows.changes.push((await owner.lessonChange.create({ data: change })).id);
    const away = { startsOn: day(`2026-12-0${round}`), endsOn: day(`2026-12-0${round}`) };
    const absence = { staffId: people.irina, ...away, reason, enteredAt: day('2026-10-14') };
    rows.absences.push((await owner.staffAbsence.create({ data: absence })).id);
    const notice = {
      title: `Субботник ${round}`,
      text: '',
      shownUntil: day('2026-12-01'),
      createdAt: day('2026-10-14'),
    };
    rows.notices.push((await owner.notice.create({ data: { ...notice, byHand: true, audience: 'everybody' } })).id);
  }
  return rows;
}

/** Of the week, its lessons, changes of days and the calendar of a phone. */
export function timetableExamples(
  { college, people }: World,
  { timetable }: { timetable: TimetableRows },
  n: number,
): Example[] {
  const round = n - 1;
  const place = { groupId: college.groups.pkd, periodId: college.periods.first };
  const hour = { parity: 'odd', room: '102' };
  const order = { reason: 'больничный лист', orderNumber: `7${n}-к`, orderedOn: '2026-10-14' };
  const days = { ...place, sectionId: timetable.section, from: `2026-12-1${n}`, to: `2026-12-1${n}` };
  return [
    {
      name: 'timetable.change-week',
      who: 'anton',
      input: {
        ...{ ...place, from: '2026-10-26' },
        changes: [
          { act: 'place', sectionId: timetable.section, weekday: 5, classPeriod: 3 + n, ...hour },
          { act: 'alter', entryId: timetable.altered[round], version: 0, weekday: 5, classPeriod: 6 + n, ...hour },
          { act: 'remove', entryId: timetable.removed[round], version: 0 },
        ],
      },
    },
    { name: 'timetable.relay-lessons', who: 'anton', input: place },
    {
      name: 'timetable.request-laying',
      who: 'anton',
      input: { periodId: n === 1 ? college.periods.first : college.periods.second },
    },
    {
      name: 'timetable.lay-days',
      who: 'anton',
      input: { ...days, classPeriods: [10], hours: 2, room: 'актовый зал', lessonType: 'lecture' },
    },
    { name: 'timetable.withdraw-days', who: 'anton', input: days },
    {
      name: 'timetable.change-day',
      who: 'anton',
      input: {
        ...{ act: 'move', lessonId: timetable.moved[round], teacherId: people.liliya, ...order },
        ...{ date: `2026-11-2${n}`, classPeriod: 11, room: '103' },
      },
    },
    {
      name: 'timetable.change-day',
      who: 'anton',
      input: {
        ...{ act: 'replace', lessonId: timetable.replaced[round], teacherId: people.liliya, ...order },
        ...{ sectionId: college.sections.foreign, room: '103' },
      },
    },
    { name: 'timetable.undo-change', who: 'anton', input: { id: timetable.changes[round] } },
    {
      name: 'timetable.report-absence',
      who: 'anton',
      input: { staffId: people.rustem, startsOn: `2026-12-0${n}`, endsOn: `2026-12-0${n}`, ...order },
    },
    { name: 'timetable.withdraw-absence', who: 'anton', input: { id: timetable.absences[round] } },
    { name: 'timetable.withdraw-substitution', who: 'anton', input: { lessonId: timetable.substituted[round] } },
    {
      name: 'notices.write',
      who: 'nadezhda',
      input: {
        ...{ title: `Линейка ${n}`, text: 'Сбор в актовом зале.', shownUntil: `2026-10-2${n}` },
        ...{ audience: 'groups', groupIds: [college.groups.isp, college.groups.pkd] },
      },
    },
    { name: 'notices.withdraw', who: 'anton', input: { id: timetable.notices[round] } },
    { name: 'calendar-feed.issue', who: 'gulnara', input: {} },
    { name: 'calendar-feed.revoke', who: 'gulnara', input: {} },
  ];
}
