import { type Actor, can } from '@/access/actor';
import { cardScope, rollScope } from '@/access/people-scope';
import { compareNames, fullName } from '@/domain/people/name';
import type { EnrollmentStatus, LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { inScope } from './scope-sql';

export type RollLine = {
  studentId: number;
  name: string;
  recordNumber: string | null;
  /** Only for whoever reads cards. */
  birthDate: LocalDate | null;
  startsOn: LocalDate;
  order: { id: number; number: string; date: LocalDate };
  status: { kind: EnrollmentStatus; endsOn: LocalDate | null } | null;
  endsOn: LocalDate | null;
};

/** Somebody who came or went within the year around the day. */
export type RollMove = { studentId: number; name: string; on: LocalDate; came: boolean; order: string };

export type GroupRoll = {
  groupId: number;
  group: string;
  date: LocalDate;
  lines: RollLine[];
  moves: RollMove[];
  /** Whose list leads to cards; who may tell that it does not agree. */
  abilities: { cards: boolean; tell: boolean; orders: boolean };
};

type Row = Omit<RollLine, 'name'> & { id: number; lastName: string; firstName: string; middleName: string | null };
type Found = { id: number; name: string; cards: boolean };

/** The list of a group on any day, also past or ahead; null for whoever does not read it. */
export async function loadGroupRoll(
  actor: Actor,
  groupId: number,
  date: LocalDate = actor.today,
): Promise<GroupRoll | null> {
  const [group] = await db().$queryRaw<Found[]>`
    SELECT g.id, g.name, ${inScope(cardScope(actor))} AS cards FROM student_group g
    WHERE g.id = ${groupId} AND ${inScope(rollScope(actor))}`;
  if (!group) return null;
  const [rows, moves] = await Promise.all([readLines(groupId, date), readMoves(groupId, date)]);
  const lines = rows.map(({ id, lastName, firstName, middleName, ...row }) => ({
    ...row,
    studentId: id,
    name: fullName({ lastName, firstName, middleName }),
    birthDate: group.cards ? row.birthDate : null,
  }));
  return {
    ...{ groupId, group: group.name, date, lines, moves },
    abilities: {
      cards: group.cards,
      tell: can(actor, 'people.enterCurated') && actor.curates.includes(groupId),
      orders: can(actor, 'orders.enter'),
    },
  };
}

async function readLines(groupId: number, date: LocalDate): Promise<Row[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", s.record_number AS "recordNumber",
      p.birth_date::text AS "birthDate", e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn",
      json_build_object('id', o.id, 'number', o.number, 'date', o.date) AS "order",
      (SELECT json_build_object('kind', st.kind, 'endsOn', st.ends_on) FROM enrollment_status st WHERE st.enrollment_id = e.id
        AND st.starts_on <= ${date}::date AND (st.ends_on IS NULL OR st.ends_on >= ${date}::date)) AS status
    FROM enrollment e JOIN student s ON s.id = e.student_id JOIN person p ON p.id = s.id JOIN administrative_order o ON o.id = e.entry_order_id
    WHERE e.group_id = ${groupId} AND e.starts_on <= ${date}::date AND (e.ends_on IS NULL OR e.ends_on >= ${date}::date)`;
  return rows.toSorted(compareNames);
}

/** Half a year back and ahead. */
function readMoves(groupId: number, date: LocalDate): Promise<RollMove[]> {
  return db().$queryRaw<RollMove[]>`
    SELECT m.student_id AS "studentId", p.last_name || ' ' || p.first_name AS name, m.day::text AS "on", m.came,
      coalesce('№ ' || o.number || ' от ' || to_char(o.date, 'DD.MM.YYYY'), '') AS "order"
    FROM (SELECT student_id, starts_on AS day, true AS came, entry_order_id AS order_id FROM enrollment WHERE group_id = ${groupId}
      UNION ALL SELECT student_id, ends_on + 1, false, exit_order_id FROM enrollment WHERE group_id = ${groupId} AND ends_on IS NOT NULL) m
      JOIN person p ON p.id = m.student_id LEFT JOIN administrative_order o ON o.id = m.order_id
    WHERE m.day BETWEEN ${date}::date - 182 AND ${date}::date + 182
      AND (NOT m.came OR m.day > (SELECT min(starts_on) FROM enrollment WHERE group_id = ${groupId}))
    ORDER BY m.day DESC, name LIMIT 60`;
}
