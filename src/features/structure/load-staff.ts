import { type Actor, can, canAny } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { departmentChoices } from './load-choices';
import type { StaffRow, StaffView } from './structure-view';

export type StaffQuery = { q: string; left: boolean };

/** The staff list with positions of today and later; `left`: those who left. What is personal is for who enters people. Null without the right. */
export async function loadStaff(actor: Actor, { q, left }: StaffQuery): Promise<StaffView | null> {
  if (!canAny(actor, ['study.view', 'people.enter'])) return null;
  const like = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const staff = await db().$queryRaw<StaffRow[]>`
    SELECT m.id, p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') AS name, m.hired_on::text AS "hiredOn",
      m.left_on::text AS "leftOn", EXISTS (SELECT 1 FROM account a WHERE a.person_id = m.id) AS account,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'role', s.role, 'title', s.title, 'department', d.name, 'startsOn', s.starts_on, 'endsOn', s.ends_on)
          ORDER BY s.starts_on, s.id) FROM staff_position s LEFT JOIN department d ON d.id = s.department_id
        WHERE s.staff_id = m.id AND (${left}::boolean OR s.ends_on IS NULL OR s.ends_on >= ${actor.today}::date)), '[]'::json) AS positions,
      CASE WHEN ${can(actor, 'people.enter')}::boolean THEN json_build_object('version', p.version, 'lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name, 'sex', p.sex, 'birthDate', p.birth_date, 'phone', p.phone, 'email', p.email) END AS person
    FROM staff_member m JOIN person p ON p.id = m.id
    WHERE (m.left_on IS NOT NULL AND m.left_on < ${actor.today}::date) = ${left}
      AND (lower(p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '')) LIKE ${like}
        OR EXISTS (SELECT 1 FROM staff_position s WHERE s.staff_id = m.id AND lower(s.title) LIKE ${like}))`;
  return {
    staff: staff.sort((one, other) => compareTitles(one.name, other.name)),
    query: q,
    left,
    departments: await departmentChoices(),
    ...{ today: actor.today, self: actor.personId },
    may: { enter: can(actor, 'people.enter'), accounts: can(actor, 'accounts.manage') },
  };
}
