import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { Gap } from './readiness-view';

type Year = { id: number; startsOn: LocalDate; endsOn: LocalDate };
type Named = { name: string; lacks: boolean };

const gapOf = (rows: readonly Named[]): Gap => ({
  total: rows.length,
  missing: rows.filter(({ lacks }) => lacks).map(({ name }) => name),
});

/** Groups of the year: with a period in it, entered for it, or with students in it. */
export async function readGroupGaps(
  db: Db,
  { id, startsOn, endsOn }: Year,
  today: LocalDate,
): Promise<Record<'students' | 'curators' | 'groupPeriods' | 'plans', Gap>> {
  const day = today < startsOn ? startsOn : today > endsOn ? endsOn : today;
  const rows = await db.$queryRaw<
    { name: string; students: boolean; curator: boolean; period: boolean; plan: string; approved: boolean }[]
  >`
    SELECT g.name,
      EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = g.id AND e.starts_on <= ${day}::date AND (e.ends_on IS NULL OR e.ends_on >= ${day}::date)) AS students,
      EXISTS (SELECT 1 FROM curatorship c WHERE c.group_id = g.id AND c.starts_on <= ${day}::date AND (c.ends_on IS NULL OR c.ends_on >= ${day}::date)) AS curator,
      EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id AND p.year_id = ${id} WHERE gp.group_id = g.id) AS period,
      sp.code || ' ' || sp.name || ', набор ' || u.entry_year AS plan, u.state = 'approved' AS approved
    FROM student_group g JOIN curriculum u ON u.id = g.curriculum_id JOIN study_program sp ON sp.id = u.program_id
    WHERE EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id AND p.year_id = ${id} WHERE gp.group_id = g.id)
      OR g.entry_year = extract(year FROM ${startsOn}::date)
      OR EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = g.id AND e.starts_on <= ${day}::date AND (e.ends_on IS NULL OR e.ends_on >= ${day}::date))
    ORDER BY g.name`;
  const plans = new Map(rows.map(({ plan, approved }) => [plan, approved]));
  return {
    students: gapOf(rows.map(({ name, students }) => ({ name, lacks: !students }))),
    curators: gapOf(rows.map(({ name, curator }) => ({ name, lacks: !curator }))),
    groupPeriods: gapOf(rows.map(({ name, period }) => ({ name, lacks: !period }))),
    plans: gapOf([...plans].map(([name, approved]) => ({ name, lacks: !approved }))),
  };
}

/** Lines of the plans that have lessons this year, and the journals that come of them. */
export async function readSectionGaps(
  db: Db,
  { id, startsOn, endsOn }: Year,
): Promise<Record<'load' | 'teachers' | 'schemes' | 'timetable' | 'lessons', Gap>> {
  const load = await db.$queryRaw<Named[]>`
    SELECT g.name || ' ' || i.index AS name, NOT EXISTS (SELECT 1 FROM course_section c WHERE c.group_id = g.id AND c.item_id = i.id AND c.year_id = ${id}) AS lacks
    FROM student_group g JOIN curriculum_item i ON i.curriculum_id = g.curriculum_id JOIN course k ON k.id = i.course_id
    WHERE k.kind NOT IN ('internship', 'professionalModule')
      AND EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id AND p.year_id = ${id} WHERE gp.group_id = g.id)
      AND EXISTS (SELECT 1 FROM curriculum_term t WHERE t.item_id = i.id AND t.hours > 0
        AND (t.semester + 1) / 2 = extract(year FROM ${startsOn}::date)::int - g.entry_year + 1)
    ORDER BY 1`;
  const sections = await db.$queryRaw<
    { name: string; teacher: boolean; scheme: boolean; entry: boolean; lesson: boolean }[]
  >`
    SELECT g.name || ' ' || i.index || coalesce(', ' || s.name, '') AS name,
      EXISTS (SELECT 1 FROM teaching_assignment t WHERE t.section_id = c.id AND t.starts_on <= ${endsOn}::date AND (t.ends_on IS NULL OR t.ends_on >= ${startsOn}::date)) AS teacher,
      EXISTS (SELECT 1 FROM scheme_of_work w WHERE w.id = c.scheme_id AND w.state = 'approved') AS scheme,
      k.kind IN ('educationalPractice', 'internship') OR EXISTS (SELECT 1 FROM timetable_entry e WHERE e.section_id = c.id) OR l.any AS entry, l.any AS lesson
    FROM course_section c JOIN student_group g ON g.id = c.group_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN subgroup s ON s.id = c.subgroup_id
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM lesson WHERE section_id = c.id AND state <> 'cancelled') AS any) l
    WHERE c.year_id = ${id} ORDER BY 1`;
  const lacking = (has: (row: (typeof sections)[number]) => boolean): Gap =>
    gapOf(sections.map((row) => ({ name: row.name, lacks: !has(row) })));
  return {
    load: gapOf(load),
    teachers: lacking(({ teacher }) => teacher),
    schemes: lacking(({ scheme }) => scheme),
    timetable: lacking(({ entry }) => entry),
    lessons: lacking(({ lesson }) => lesson),
  };
}
