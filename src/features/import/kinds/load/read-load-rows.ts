import { halfOf } from '@/domain/curriculum/semester-of';
import type { Db } from '@/server/db';
import type { Setting } from '../../kind';
import type { LoadColumns } from './columns';

type Row = {
  year: string;
  group: string;
  index: string;
  course: string;
  division: string | null;
  subgroup: string | null;
  teacher: string | null;
  startsOn: string | null;
  yearId: number;
  hours: { periodId: number; hours: number }[];
};

/** Journals that have a teacher, of the years that are open. */
export async function readLoadRows({ tx }: Setting): Promise<{ readonly [K in keyof LoadColumns]?: string }[]> {
  const periods = await tx.academicPeriod.findMany({ where: { kind: { not: 'year' } }, orderBy: { startsOn: 'asc' } });
  const halves = new Map(
    periods.map((period) => [
      period.id,
      halfOf(
        period,
        periods.filter(({ yearId }) => yearId === period.yearId),
      ),
    ]),
  );
  const rows = await tx.$queryRaw<Row[]>`
    SELECT y.name AS year, g.name AS group, i.index, k.name AS course, sub.division, sub.name AS subgroup, s.year_id AS "yearId",
      concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS teacher, to_char(a.starts_on, 'DD.MM.YYYY') AS "startsOn",
      coalesce((SELECT json_agg(json_build_object('periodId', sp.period_id, 'hours', sp.planned_hours))
        FROM section_period sp WHERE sp.section_id = s.id), '[]') AS hours
    FROM course_section s JOIN academic_year y ON y.id = s.year_id AND y.closed_at IS NULL JOIN student_group g ON g.id = s.group_id
      JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup sub ON sub.id = s.subgroup_id
      JOIN LATERAL (SELECT * FROM teaching_assignment a WHERE a.section_id = s.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) a ON true
      JOIN person p ON p.id = a.teacher_id
    ORDER BY y.starts_on, g.name, i.ordinal, i.id, sub.name`;
  return rows.map(({ yearId: _, hours, division, subgroup, teacher, startsOn, ...row }) => {
    const ofHalf = (half: 1 | 2): string => {
      const own = hours.filter(({ periodId }) => halves.get(periodId) === half);
      return own.length === 0 ? '' : String(own.reduce((sum, one) => sum + one.hours, 0));
    };
    return {
      ...row,
      ...{ division: division ?? '', subgroup: subgroup ?? '', teacher: teacher ?? '', startsOn: startsOn ?? '' },
      ...{ hours1: ofHalf(1), hours2: ofHalf(2) },
    };
  });
}

/** «ОП.04, ИСП-26-1» by the id of a journal. */
export async function nameJournals(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.$queryRaw<{ id: number; name: string }[]>`
    SELECT s.id, i.index || ', ' || g.name || coalesce(' (' || sub.name || ')', '') AS name
    FROM course_section s JOIN curriculum_item i ON i.id = s.item_id JOIN student_group g ON g.id = s.group_id
      LEFT JOIN subgroup sub ON sub.id = s.subgroup_id WHERE s.id = ANY (${[...ids]}::int[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
