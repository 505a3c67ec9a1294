import { type Actor, can } from '@/access/actor';
import { compareNames, fullName } from '@/domain/people/name';
import type { EnrollmentStatus, LocalDate } from '@/domain/types';
import { db } from '@/server/db';

export type FormGroup = { id: number; name: string };
/** Somebody whom an order can name; `groupId` null: in no group today. */
export type FormStudent = {
  studentId: number;
  name: string;
  groupId: number | null;
  status: EnrollmentStatus | null;
};
export type OrderForm = { groups: FormGroup[]; students: FormStudent[]; today: LocalDate };

type Row = Omit<FormStudent, 'name'> & {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
} & {
  birthDate: LocalDate | null;
};

/** Whom the form of an order offers: of the given group, else those who are in no group; null without the right. */
export async function loadOrderForm(actor: Actor, groupId: number | null): Promise<OrderForm | null> {
  if (!can(actor, 'orders.enter')) return null;
  const [groups, rows] = await Promise.all([
    db().$queryRaw<FormGroup[]>`
      SELECT g.id, g.name FROM student_group g WHERE g.entry_year >= ${Number(actor.today.slice(0, 4)) - 6} ORDER BY g.name`,
    db().$queryRaw<Row[]>`
      SELECT s.id, s.id AS "studentId", p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
        NULL AS "birthDate", e.group_id AS "groupId", st.kind::text AS status
      FROM student s JOIN person p ON p.id = s.id
        LEFT JOIN enrollment e ON e.student_id = s.id AND (e.ends_on IS NULL OR e.ends_on >= ${actor.today}::date)
        LEFT JOIN enrollment_status st ON st.enrollment_id = e.id AND st.starts_on <= ${actor.today}::date
          AND (st.ends_on IS NULL OR st.ends_on >= ${actor.today}::date)
      WHERE CASE WHEN ${groupId}::int IS NULL THEN e.id IS NULL ELSE e.group_id = ${groupId}::int END`,
  ]);
  const students = rows.toSorted(compareNames).map(({ studentId, groupId: own, status, ...name }) => {
    return { studentId, groupId: own, status, name: fullName(name) };
  });
  return { groups, students, today: actor.today };
}
