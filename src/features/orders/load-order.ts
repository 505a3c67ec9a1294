import { type Actor, can } from '@/access/actor';
import { seesOrders } from '@/access/people-scope';
import { fullName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { OrderKind } from '@/server/prisma/enums';
import { type Deed, deedInWords, deedShape } from './deed';
import { orderName } from './refuse-problems';

export type OrderStudent = {
  studentId: number;
  name: string;
  what: string;
  /** The order that undid this one for the student. */
  undoneBy: { id: number; name: string } | null;
};
export type OrderView = {
  id: number;
  number: string;
  date: LocalDate;
  kind: OrderKind;
  subject: string;
  students: OrderStudent[];
  today: LocalDate;
  mayUndo: boolean;
  seesCards: boolean;
};

type Row = {
  studentId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  deed: Deed;
  outcome: string | null;
  undoneBy: { id: number; number: string; date: LocalDate } | null;
  undid: { id: number; number: string; date: LocalDate } | null;
};

const outcomes: Readonly<Record<string, string>> = {
  promoted: 'переведён на следующий курс',
  conditional: 'переведён условно, с задолженностью',
};

/** One order with everybody whom it concerned, undone or not; null without the right. */
export async function loadOrder(actor: Actor, orderId: number): Promise<OrderView | null> {
  if (!seesOrders(actor)) return null;
  const order = await db().administrativeOrder.findUnique({
    where: { id: orderId },
    select: { id: true, number: true, date: true, kind: true, subject: true },
  });
  if (!order) return null;
  const rows = await readStudents(orderId);
  const standing = rows.some(({ undoneBy, undid, outcome }) => !undoneBy && !undid && outcome === null);
  return {
    ...order,
    date: order.date.toISOString().slice(0, 10),
    students: rows.map(studentOf),
    today: actor.today,
    mayUndo: can(actor, 'orders.enter') && standing && order.kind !== 'cancellation',
    seesCards: can(actor, 'people.viewAll'),
  };
}

function studentOf({ studentId, deed, outcome, undoneBy, undid, ...name }: Row): OrderStudent {
  const done = deedInWords(deedShape.parse(deed));
  const what = [
    outcome ? outcomes[outcome] : '',
    undid ? `отменён ${orderName(undid.number, undid.date)}: ` : '',
    done,
  ];
  return {
    studentId,
    name: fullName(name),
    what: what.filter(Boolean).join(''),
    undoneBy: undoneBy && { id: undoneBy.id, name: orderName(undoneBy.number, undoneBy.date) },
  };
}

/** What stands is read from the days of the students, what was undone from what was kept of it. */
function readStudents(orderId: number): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    WITH deed AS (
      SELECT s.id AS student_id, json_build_object(
        'left', (SELECT json_build_object('group', g.name, 'endsOn', e.ends_on) FROM enrollment e JOIN student_group g ON g.id = e.group_id
          WHERE e.student_id = s.id AND e.exit_order_id = ${orderId} LIMIT 1),
        'joined', (SELECT json_build_object('group', g.name, 'startsOn', e.starts_on) FROM enrollment e JOIN student_group g ON g.id = e.group_id
          WHERE e.student_id = s.id AND e.entry_order_id = ${orderId} LIMIT 1),
        'opened', (SELECT json_build_object('kind', st.kind, 'startsOn', st.starts_on, 'endsOn', st.ends_on) FROM enrollment_status st
          JOIN enrollment e ON e.id = st.enrollment_id WHERE e.student_id = s.id AND st.order_id = ${orderId} LIMIT 1),
        'ended', (SELECT json_build_object('kind', st.kind, 'endsOn', st.ends_on) FROM enrollment_status st
          JOIN enrollment e ON e.id = st.enrollment_id WHERE e.student_id = s.id AND st.ended_by_id = ${orderId} LIMIT 1)) AS deed,
        NULL::int AS undone_by, NULL::int AS undid
      FROM student s WHERE s.id IN (SELECT student_id FROM enrollment WHERE entry_order_id = ${orderId} OR exit_order_id = ${orderId}
        UNION SELECT e.student_id FROM enrollment_status st JOIN enrollment e ON e.id = st.enrollment_id
          WHERE st.order_id = ${orderId} OR st.ended_by_id = ${orderId}
        UNION SELECT e.student_id FROM year_outcome y JOIN enrollment e ON e.id = y.enrollment_id WHERE y.order_id = ${orderId})
      UNION ALL SELECT student_id, done::json, counter_order_id, NULL FROM order_undoing WHERE order_id = ${orderId}
      UNION ALL SELECT student_id, done::json, NULL, order_id FROM order_undoing WHERE counter_order_id = ${orderId})
    SELECT d.student_id AS "studentId", p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", d.deed,
      (SELECT y.outcome::text FROM year_outcome y JOIN enrollment e ON e.id = y.enrollment_id
        WHERE y.order_id = ${orderId} AND e.student_id = d.student_id AND y.outcome <> 'graduated' LIMIT 1) AS outcome,
      (SELECT json_build_object('id', o.id, 'number', o.number, 'date', o.date) FROM administrative_order o WHERE o.id = d.undone_by) AS "undoneBy",
      (SELECT json_build_object('id', o.id, 'number', o.number, 'date', o.date) FROM administrative_order o WHERE o.id = d.undid) AS undid
    FROM deed d JOIN person p ON p.id = d.student_id ORDER BY p.last_name, p.first_name, p.id`;
}
