import type { Actor } from '@/access/actor';
import { rollScope, seesLists } from '@/access/people-scope';
import { academicYearOf } from '@/domain/calendar/academic-year';
import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { inScope } from './scope-sql';

export type GroupLine = {
  groupId: number;
  name: string;
  yearOfStudy: number;
  program: string;
  curator: string;
  students: number;
  onLeave: number;
  otherForm: number;
};
export type GroupsOfDay = { date: LocalDate; departments: { name: string; groups: GroupLine[] }[]; total: number };

type Row = Omit<GroupLine, 'yearOfStudy' | 'curator'> & {
  department: string;
  entryYear: number;
  curator: { lastName: string; firstName: string; middleName: string | null } | null;
};

/** Groups with their numbers on any day; null for whoever reads no lists. Groups without anybody are left out. */
export async function loadGroups(actor: Actor, date: LocalDate = actor.today): Promise<GroupsOfDay | null> {
  if (!seesLists(actor)) return null;
  const scope = rollScope(actor);
  const rows = await db().$queryRaw<Row[]>`
    SELECT g.id AS "groupId", g.name, g.entry_year AS "entryYear", d.name AS department, p.code || ' ' || p.name AS program,
      count(DISTINCT e.id)::int AS students,
      count(DISTINCT e.id) FILTER (WHERE st.kind = 'academicLeave')::int AS "onLeave",
      count(DISTINCT e.id) FILTER (WHERE st.kind IN ('homeStudy', 'familyForm'))::int AS "otherForm",
      (SELECT json_build_object('lastName', c.last_name, 'firstName', c.first_name, 'middleName', c.middle_name)
        FROM curatorship k JOIN person c ON c.id = k.staff_id WHERE k.group_id = g.id AND k.starts_on <= ${date}::date
          AND (k.ends_on IS NULL OR k.ends_on >= ${date}::date)) AS curator
    FROM student_group g JOIN department d ON d.id = g.department_id JOIN curriculum u ON u.id = g.curriculum_id
      JOIN study_program p ON p.id = u.program_id
      JOIN enrollment e ON e.group_id = g.id AND e.starts_on <= ${date}::date AND (e.ends_on IS NULL OR e.ends_on >= ${date}::date)
      LEFT JOIN enrollment_status st ON st.enrollment_id = e.id AND st.starts_on <= ${date}::date
        AND (st.ends_on IS NULL OR st.ends_on >= ${date}::date)
    WHERE ${inScope(scope)}
    GROUP BY g.id, d.id, p.id ORDER BY d.name, g.entry_year DESC, g.name`;
  const { startYear } = academicYearOf(date);
  const lines = rows.map(({ department, entryYear, curator, ...row }) => ({
    department,
    group: { ...row, yearOfStudy: startYear - entryYear + 1, curator: curator ? nameWithInitials(curator) : '' },
  }));
  const names = [...new Set(lines.map(({ department }) => department))];
  return {
    date,
    total: rows.reduce((sum, { students }) => sum + students, 0),
    departments: names.map((name) => ({
      name,
      groups: lines.flatMap(({ department, group }) => (department === name ? group : [])),
    })),
  };
}
