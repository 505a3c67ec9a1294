import type { World } from './world';

const day = (date: string) => new Date(date);

export type Subgroups = {
  one: number;
  two: number;
  sections: { one: number; two: number };
  /** First pair of 07.10 and 12.10, of both subgroups at one hour. */
  lessons: { one: number; two: number; oneLater: number; twoLater: number };
};

/**
 * ИСП-25-1 divided for a foreign language: alina and kirill in the first subgroup with rustem, artem and igor in
 * the second with liliya; timur moved from the first to the second on 10.10.
 */
export async function divideWorld({ owner, people, college }: World): Promise<Subgroups> {
  const { isp: groupId } = college.groups;
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow({ select: { curriculumId: true } });
  const course = await owner.course.create({ data: { name: 'Иностранный язык', kind: 'discipline' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'ОГСЭ.03' } });
  const divided = async (name: string, members: readonly [number, string, string | null][]) => {
    const rows = members.map(([studentId, from, to]) => ({
      ...{ studentId, startsOn: day(from) },
      endsOn: to === null ? null : day(to),
    }));
    const data = { groupId, division: 'Иностранный язык', name, memberships: { create: rows } };
    return (await owner.subgroup.create({ data, select: { id: true } })).id;
  };
  const one = await divided('1-я подгруппа', [
    [people.alina, '2026-09-01', null],
    [people.kirill, '2026-09-01', null],
    [people.timur, '2026-09-01', '2026-10-09'],
  ]);
  const two = await divided('2-я подгруппа', [
    [people.artem, '2026-09-01', null],
    [people.igor, '2026-10-10', null],
    [people.timur, '2026-10-10', null],
  ]);
  const section = async (subgroupId: number, teacherId: number) => {
    const data = {
      ...{ yearId: college.years.open, groupId, itemId: item.id, subgroupId },
      teachers: { create: { teacherId, startsOn: day('2026-09-01') } },
      periods: { create: { periodId: college.periods.first, plannedHours: 36, controlForm: 'credit' as const } },
    };
    return (await owner.courseSection.create({ data, select: { id: true } })).id;
  };
  const sections = { one: await section(one, people.rustem), two: await section(two, people.liliya) };
  const lesson = async (name: 'one' | 'two', date: string) => {
    const place = { groupId, periodId: college.periods.first, date: day(date), classPeriod: 1, room: '207' };
    const own = { sectionId: sections[name], subgroupId: name === 'one' ? one : two };
    const teacherId = name === 'one' ? people.rustem : people.liliya;
    const data = { ...place, ...own, teacherId, lessonType: 'practice', hours: 2 };
    return (await owner.lesson.create({ data, select: { id: true } })).id;
  };
  const lessons = {
    ...{ one: await lesson('one', '2026-10-07'), two: await lesson('two', '2026-10-07') },
    ...{ oneLater: await lesson('one', '2026-10-12'), twoLater: await lesson('two', '2026-10-12') },
  };
  return { one, two, sections, lessons };
}
