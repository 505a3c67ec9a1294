import { savePlan } from '@/features/curriculum/save-plan';
import { changeTeacher } from '@/features/teaching-load/change-teacher';
import { openLines } from '@/features/teaching-load/open-lines';
import { saveLoad } from '@/features/teaching-load/save-load';
import type { World } from './world';

const meta = { address: 'test', device: 'test' };
const term = (semester: number, hours: number) => ({ semester, hours, controlForm: 'gradedCredit' as const });
const line = (id: number | null, index: string, name: string, ...terms: ReturnType<typeof term>[]) => {
  return { id, index, name, kind: 'discipline' as const, passFail: false, terms };
};

/** An order of yesterday. */
export const loadOrderOf = (number: string) => ({ number, orderedOn: '2026-10-13', about: 'О нагрузке' });

/**
 * The study office at the load: the small world's plan has lines for the second year of study (ЕН.01, ОП.09: ИСП-25-1), and one for the
 * first and the second (СГ.01: ПКД-26-1 too).
 */
export async function loadDesk(world: World) {
  const { owner, college } = world;
  const office = () => world.actor('venera');
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const where = { curriculumId };
  const former = await owner.curriculumItem.findMany({ where, include: { course: true }, orderBy: { id: 'asc' } });
  const lines = [
    ...former.map(({ id, index, course }) => line(id, index, course.name, term(3, index === 'ОП.04' ? 102 : 36))),
    line(null, 'ЕН.01', 'Высшая математика', term(3, 68), term(4, 40)),
    line(null, 'СГ.01', 'История России', term(1, 36), term(3, 38)),
    line(null, 'ОП.09', 'Стандартизация', term(4, 50)),
  ];
  await savePlan.execute(await office(), { curriculumId, version: 1, weeks: [], lines }, meta);
  const items = new Map((await owner.curriculumItem.findMany({ where })).map(({ id, index }) => [index, id]));
  const itemOf = (index: string): number => items.get(index) ?? 0;
  const groupOf = async (id: number) => (await owner.courseSection.findUniqueOrThrow({ where: { id } })).groupId;
  return {
    office,
    itemOf,
    journalOf: async (index: string, groupId: number): Promise<number> => {
      const journal = { itemId: itemOf(index), groupId, subgroupId: null, yearId: college.years.open };
      return (await owner.courseSection.findFirstOrThrow({ where: journal })).id;
    },
    open: async (groupId: number, index: string, division: string | null = null) => {
      const wanted = { yearId: college.years.open, groupId, lines: [{ itemId: itemOf(index), division }] };
      return openLines.execute(await office(), wanted, meta);
    },
    give: async (sectionId: number, was: number | null, teacherId: number | null) => {
      const given = { groupId: await groupOf(sectionId), teachers: [{ sectionId, was, teacherId }], hours: [] };
      return saveLoad.execute(await office(), given, meta);
    },
    change: async (sectionId: number, was: number, teacherId: number, from: string, number: string) => {
      const next = { sectionId, was, teacherId, from, order: loadOrderOf(number) };
      return changeTeacher.execute(await office(), next, meta);
    },
    /** A planned lesson in the fifth pair. */
    lay: async (sectionId: number, teacherId: number, date: string): Promise<number> => {
      const place = { sectionId, groupId: await groupOf(sectionId), periodId: college.periods.first, teacherId };
      const when = { date: new Date(date), classPeriod: 5, room: '1', lessonType: 'lecture', hours: 2 };
      return (await owner.lesson.create({ data: { ...place, ...when } })).id;
    },
  };
}

export type LoadDesk = Awaited<ReturnType<typeof loadDesk>>;
