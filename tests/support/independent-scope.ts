import type { PrismaClient } from '@/server/prisma/client';

export type Named = { id: number; text: string };

/** What a person may see on a day, told by the tables of people and load alone; texts as the search reads them. */
export type IndependentScope = { groups: Named[]; students: Named[]; journals: Named[]; lessons: Named[] };

/**
 * The scope of R-007…R-010 written a second time, from the regulation and not from the product (T-028): managers everything,
 * a head the department, a curator the group, a teacher the load of the day and substituted lessons within their window,
 * parents and students the diary. `day` is the one whose lessons are asked for.
 */
export async function independentScope(
  owner: PrismaClient,
  { me, today, day }: { me: number; today: string; day: string },
): Promise<IndependentScope> {
  const [row] = await owner.$queryRaw<{ scope: IndependentScope }[]>`
    WITH held AS (SELECT role::text, department_id FROM staff_position WHERE staff_id = ${me} AND ${today}::date BETWEEN starts_on AND coalesce(ends_on, 'infinity')),
    everything AS (SELECT 1 FROM held WHERE role IN ('deputyDirector', 'director', 'studyOffice', 'methodist')),
    heads AS (SELECT department_id FROM held WHERE role = 'departmentHead' AND department_id IS NOT NULL),
    curated AS (SELECT group_id FROM curatorship WHERE staff_id = ${me} AND ${today}::date BETWEEN starts_on AND coalesce(ends_on, 'infinity')),
    load AS (SELECT section_id FROM teaching_assignment WHERE teacher_id = ${me} AND ${today}::date BETWEEN starts_on AND coalesce(ends_on, 'infinity')
      UNION SELECT l.section_id FROM substitution x JOIN lesson l ON l.id = x.lesson_id WHERE l.teacher_id = ${me} AND l.state <> 'cancelled'
        AND l.date >= ${today}::date - (SELECT (data #>> '{deadlines,correctionDays}')::int FROM regulation_version ORDER BY valid_from DESC LIMIT 1)),
    grp AS (SELECT g.* FROM student_group g WHERE EXISTS (SELECT 1 FROM everything) OR g.id IN (TABLE curated) OR g.department_id IN (TABLE heads)),
    sec AS (SELECT s.*, i.index || ' ' || k.name || ' ' || g.name AS text, y.starts_on, y.ends_on FROM course_section s
        JOIN academic_year y ON y.id = s.year_id JOIN student_group g ON g.id = s.group_id
        JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id
      WHERE s.group_id IN (SELECT id FROM grp) OR s.id IN (TABLE load)),
    now_sec AS (SELECT * FROM sec WHERE ${today}::date BETWEEN starts_on AND ends_on),
    family AS (SELECT gu.student_id AS id FROM guardianship gu JOIN person c ON c.id = gu.student_id
        WHERE gu.guardian_id = ${me} AND ${today}::date BETWEEN gu.starts_on AND coalesce(gu.ends_on, 'infinity')
          AND (c.birth_date + interval '18 years' > ${today}::date
            OR (SELECT d.allowed FROM parent_access_decision d WHERE d.student_id = c.id ORDER BY decided_at DESC LIMIT 1))
      UNION SELECT id FROM student WHERE id = ${me}),
    present AS (SELECT e.student_id AS id, e.group_id, concat_ws(' ', p.last_name, p.first_name, p.middle_name, g.name) AS text
      FROM enrollment e JOIN person p ON p.id = e.student_id JOIN student_group g ON g.id = e.group_id
      WHERE ${today}::date BETWEEN e.starts_on AND coalesce(e.ends_on, 'infinity'))
    SELECT json_build_object(
      'groups', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'text', g.name)), '[]') FROM grp g WHERE EXISTS (SELECT 1 FROM group_period gp
        JOIN academic_period a ON a.id = gp.period_id JOIN academic_year y ON y.id = a.year_id
        WHERE gp.group_id = g.id AND ${today}::date BETWEEN y.starts_on AND y.ends_on)),
      'students', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'text', p.text)), '[]') FROM present p
        WHERE p.group_id IN (SELECT id FROM grp) OR p.id IN (TABLE family) OR EXISTS (SELECT 1 FROM now_sec s WHERE s.group_id = p.group_id
          AND (s.subgroup_id IS NULL OR p.id IN (SELECT m.student_id FROM subgroup_membership m WHERE m.subgroup_id = s.subgroup_id
            AND ${today}::date BETWEEN m.starts_on AND coalesce(m.ends_on, 'infinity'))))),
      'journals', (SELECT coalesce(json_agg(json_build_object('id', id, 'text', text)), '[]') FROM now_sec),
      'lessons', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'text', s.text)), '[]') FROM lesson l JOIN sec s ON s.id = l.section_id
        WHERE l.date = ${day}::date AND l.state <> 'cancelled')) AS scope`;
  if (!row) throw new Error('one row expected');
  return row.scope;
}
