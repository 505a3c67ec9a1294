import { changeWeek } from '@/features/timetable/change-week';
import { relayLessons } from '@/features/timetable/relay-lessons';
import type { World } from './world';

const meta = { address: 'test', device: 'test' };
type Changes = Parameters<typeof changeWeek.execute>[1]['changes'];

/** The dispatcher of the small world at work on the first group's first period. */
export function timetableDesk(world: () => World) {
  const place = () => ({ groupId: world().college.groups.isp, periodId: world().college.periods.first });
  return {
    place,
    /** A place of every week. */
    at: (weekday: number, classPeriod: number, room = '314') => ({
      ...{ weekday, classPeriod, parity: 'every' as const, room },
    }),
    change: async (changes: Changes, from = '2026-10-19', where = place()) =>
      changeWeek.execute(await world().actor('anton'), { ...where, from, changes }, meta),
    lay: async (where = place()) => relayLessons.execute(await world().actor('anton'), where, meta),
    /** Lessons of a journal from a day on, in their order. */
    lessonsFrom: async (date: string, sectionId = world().college.sections.algorithms) => {
      const { owner } = world();
      const rows = await owner.lesson.findMany({
        where: { sectionId, date: { gte: new Date(date) } },
        orderBy: [{ date: 'asc' }, { classPeriod: 'asc' }],
        select: {
          ...{ id: true, date: true, classPeriod: true, room: true, hours: true, timetableEntryId: true },
          ...{ teacherId: true, state: true },
        },
      });
      return rows.map(({ date: day, ...row }) => ({ ...row, date: day.toISOString().slice(0, 10) }));
    },
  };
}

/** «Физика» of the first group, 12 hours in its first period, given by rustem. Answers the journal. */
export async function addPhysics({ owner, college, people }: World): Promise<number> {
  const course = await owner.course.create({ data: { name: 'Физика', kind: 'discipline' } });
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'ОУД.09' } });
  const { id } = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: college.groups.isp, itemId: item.id },
      teachers: { create: { teacherId: people.rustem, startsOn: new Date('2026-09-01') } },
      periods: { create: { periodId: college.periods.first, plannedHours: 12, controlForm: 'none' } },
    },
  });
  return id;
}
