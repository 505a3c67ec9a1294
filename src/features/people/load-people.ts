import type { Actor } from '@/access/actor';
import { cardScope, seesCards } from '@/access/people-scope';
import { checkState, gapsOfCard } from '@/domain/people/card';
import { compareNames, fullName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { inScope } from '@/features/contingent/scope-sql';
import { db } from '@/server/db';
import type { PeopleFilter, PeopleList, PersonLine } from './card-view';
import { countWaitingRequests } from './load-requests';

const perPage = 50;

type Row = {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthDate: LocalDate | null;
  phone: string | null;
  registeredAddress: string | null;
  livingAddress: string | null;
  socialStatuses: string[];
  guardians: { phone: string | null }[];
  groupId: number | null;
  group: string | null;
  since: LocalDate | null;
  checkedOn: LocalDate | null;
};

/**
 * Students whose cards the actor reads, with what each card lacks and whether it has been checked (R-035, R-036); no contacts.
 * Null for whoever reads none.
 */
export async function loadPeople(actor: Actor, filter: PeopleFilter): Promise<PeopleList | null> {
  if (!seesCards(actor)) return null;
  const scope = cardScope(actor);
  const rows = await readStudents(actor, filter);
  const lines = rows.toSorted(compareNames).map(
    (row): PersonLine => ({
      studentId: row.id,
      name: fullName(row),
      group: row.group,
      gaps: gapsOfCard(row, actor.today),
      check: checkState(row.checkedOn, row.since, actor.today),
      checkedOn: row.checkedOn,
    }),
  );
  const found = lines.filter(({ gaps, check, group }) => {
    if (filter.state === 'away') return group === null;
    if (filter.state === 'incomplete') return group !== null && gaps.length > 0;
    if (filter.state === 'unchecked') return group !== null && check !== 'done';
    return group !== null || filter.q !== '';
  });
  const present = lines.filter(({ group }) => group !== null);
  const [groups, waiting] = await Promise.all([
    db().$queryRaw<{ id: number; name: string }[]>`
      SELECT g.id, g.name FROM student_group g WHERE ${inScope(scope)} AND EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = g.id
        AND (e.starts_on <= ${actor.today}::date OR ${scope.every}) AND (e.ends_on IS NULL OR e.ends_on >= ${actor.today}::date)) ORDER BY g.name`,
    countWaitingRequests(actor),
  ]);
  return {
    lines: found.slice((filter.page - 1) * perPage, filter.page * perPage),
    ...{ total: found.length, page: filter.page, pages: Math.max(1, Math.ceil(found.length / perPage)) },
    incomplete: present.filter(({ gaps }) => gaps.length > 0).length,
    unchecked: present.filter(({ check }) => check !== 'done').length,
    ...{ groups, every: scope.every, waiting },
  };
}

/**
 * Found by any part of the name, the record book, a telephone or the name of a parent. Whoever reads all cards has those too who are
 * enrolled for a coming day: in August a college prepares its newcomers.
 */
function readStudents(actor: Actor, { q, group }: PeopleFilter): Promise<Row[]> {
  const scope = cardScope(actor);
  const words = `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const digits = q.replaceAll(/\D/g, '');
  return db().$queryRaw<Row[]>`
    SELECT s.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", p.birth_date::text AS "birthDate",
      p.phone, s.registered_address AS "registeredAddress", s.living_address AS "livingAddress", s.social_statuses AS "socialStatuses",
      t.guardians, g.id AS "groupId", g.name AS group,
      (SELECT min(f.starts_on)::text FROM enrollment f WHERE f.student_id = s.id) AS since,
      (SELECT max(c.checked_on)::text FROM personal_data_check c WHERE c.student_id = s.id) AS "checkedOn"
    FROM student s JOIN person p ON p.id = s.id
      LEFT JOIN LATERAL (SELECT f.group_id FROM enrollment f WHERE f.student_id = s.id AND (f.starts_on <= ${actor.today}::date OR ${scope.every})
        AND (f.ends_on IS NULL OR f.ends_on >= ${actor.today}::date) ORDER BY f.starts_on LIMIT 1) e ON true
      LEFT JOIN student_group g ON g.id = e.group_id
      CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('phone', r.phone)), '[]') AS guardians,
          coalesce(string_agg(concat_ws(' ', r.last_name, r.first_name, r.middle_name), '; '), '') AS names,
          coalesce(string_agg(regexp_replace(r.phone, '\\D', '', 'g'), ' '), '') AS phones
        FROM guardianship k JOIN person r ON r.id = k.guardian_id
        WHERE k.student_id = s.id AND (k.ends_on IS NULL OR k.ends_on >= ${actor.today}::date)) t
    WHERE (${scope.every} OR ${inScope(scope)}) AND (${group}::int IS NULL OR g.id = ${group}::int)
      AND (concat_ws(' ', p.last_name, p.first_name, p.middle_name, s.record_number) ILIKE ${words} OR t.names ILIKE ${words}
        OR length(${digits}) >= 4 AND concat_ws(' ', regexp_replace(p.phone, '\\D', '', 'g'), t.phones) LIKE '%' || ${digits} || '%')`;
}
