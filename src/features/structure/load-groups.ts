import { type Actor, can, canAny } from '@/access/actor';
import { academicYearOf } from '@/domain/calendar/academic-year';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { departmentChoices, staffChoices } from './load-choices';
import type { GroupRow, GroupsView } from './structure-view';

type ReadGroup = Omit<GroupRow, 'yearOfStudy' | 'curator'> & {
  curatorId: number | null;
  curatorName: string | null;
  curatorSince: string | null;
};

/** Groups with department, plan, curator of today and students; null without the right. */
export async function loadGroups(actor: Actor): Promise<GroupsView | null> {
  if (!canAny(actor, ['study.view', 'structure.enter'])) return null;
  const { startYear } = academicYearOf(actor.today);
  const rows = await db().$queryRaw<ReadGroup[]>`
    SELECT g.id, g.version, g.name, g.entry_year AS "entryYear", sp.code || ' ' || sp.name AS programme, g.department_id AS "departmentId",
      d.name AS department, g.curriculum_id AS "curriculumId", c.staff_id AS "curatorId", c.starts_on::text AS "curatorSince",
      p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') AS "curatorName",
      (SELECT count(*)::int FROM enrollment e WHERE e.group_id = g.id AND e.starts_on <= ${actor.today}::date
        AND (e.ends_on IS NULL OR e.ends_on >= ${actor.today}::date)) AS students,
      (SELECT json_build_object('students', count(*), 'from', min(e.starts_on)) FROM enrollment e
        WHERE e.group_id = g.id AND e.starts_on > ${actor.today}::date HAVING count(*) > 0) AS coming
    FROM student_group g JOIN department d ON d.id = g.department_id JOIN curriculum u ON u.id = g.curriculum_id
      JOIN study_program sp ON sp.id = u.program_id
      LEFT JOIN curatorship c ON c.group_id = g.id AND c.starts_on <= ${actor.today}::date
        AND (c.ends_on IS NULL OR c.ends_on >= ${actor.today}::date)
      LEFT JOIN person p ON p.id = c.staff_id`;
  const groups = rows
    .map(
      ({ curatorId, curatorName, curatorSince, ...group }): GroupRow => ({
        ...group,
        yearOfStudy: Math.max(1, startYear - group.entryYear + 1),
        curator: curatorId === null ? null : { id: curatorId, name: curatorName ?? '', since: curatorSince ?? '' },
      }),
    )
    .sort((one, other) => one.yearOfStudy - other.yearOfStudy || compareTitles(one.name, other.name));
  const curricula = await db().curriculum.findMany({
    orderBy: [{ entryYear: 'desc' }, { program: { code: 'asc' } }],
    select: { id: true, entryYear: true, program: { select: { code: true, name: true } } },
  });
  return {
    groups: groups.filter(({ students, coming }) => students > 0 || coming !== null),
    empty: groups.filter(({ students, coming }) => students === 0 && coming === null),
    departments: await departmentChoices(),
    curricula: curricula.map(({ id, entryYear, program }) => {
      return { id, entryYear, label: `${program.code} ${program.name}, набор ${entryYear}` };
    }),
    staff: await staffChoices(actor),
    today: actor.today,
    may: { enter: can(actor, 'structure.enter'), openCards: can(actor, 'journal.viewAll') },
  };
}
