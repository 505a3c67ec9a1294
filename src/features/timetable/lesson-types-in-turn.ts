import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { activeRegulation } from '@/server/regulation';

type Row = { sectionId: number; before: number; types: string[] };

/** Of each journal: the types of its plan's topics from the first lesson of a period on; what the plan does not say is a usual lesson. */
export async function lessonTypesInTurn(
  tx: Db,
  sectionIds: readonly number[],
  { startsOn }: { startsOn: LocalDate },
): Promise<{ typeAt: (sectionId: number, place: number) => string }> {
  const { lessonTypes } = await activeRegulation(startsOn, tx);
  const known = new Set(lessonTypes.map(({ id }) => id));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "sectionId",
      (SELECT count(*)::int FROM lesson l WHERE l.section_id = c.id AND l.state <> 'cancelled' AND l.date < ${startsOn}::date) AS before,
      ARRAY(SELECT t.lesson_type FROM planned_topic t WHERE t.scheme_id = c.scheme_id ORDER BY t.ordinal) AS types
    FROM course_section c WHERE c.id = ANY (${[...sectionIds]}::int[])`;
  const bySection = new Map(rows.map((row) => [row.sectionId, row]));
  return {
    typeAt: (sectionId, place) => {
      const row = bySection.get(sectionId);
      const type = row?.types[row.before + place] ?? '';
      return known.has(type) ? type : (lessonTypes[0]?.id ?? '');
    },
  };
}
