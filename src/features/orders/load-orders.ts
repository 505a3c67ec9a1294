import type { Actor } from '@/access/actor';
import { can } from '@/access/actor';
import { seesOrders } from '@/access/people-scope';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { OrderKind } from '@/server/prisma/enums';

export type OrderFilter = { q: string; kind: OrderKind | ''; year: number | null; page: number };
export type OrderLine = {
  id: number;
  number: string;
  date: LocalDate;
  kind: OrderKind;
  subject: string;
  /** The first day on which it acts; null for a counter-order. */
  effectiveOn: LocalDate | null;
  students: number;
  undone: number;
};
export type OrdersRegister = {
  lines: OrderLine[];
  total: number;
  page: number;
  pages: number;
  years: number[];
  today: LocalDate;
  mayEnter: boolean;
};

const perPage = 50;

/** The register of orders on the contingent, newest first (R-033); null without the right. */
export async function loadOrders(actor: Actor, filter: OrderFilter): Promise<OrdersRegister | null> {
  if (!seesOrders(actor)) return null;
  const words = `%${filter.q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const skipped = (filter.page - 1) * perPage;
  const rows = await db().$queryRaw<(OrderLine & { total: number })[]>`
    WITH act AS (
      SELECT entry_order_id AS order_id, student_id, starts_on AS day FROM enrollment
      UNION ALL SELECT exit_order_id, student_id, ends_on + 1 FROM enrollment WHERE exit_order_id IS NOT NULL
      UNION ALL SELECT st.order_id, e.student_id, st.starts_on FROM enrollment_status st JOIN enrollment e ON e.id = st.enrollment_id
      UNION ALL SELECT st.ended_by_id, e.student_id, st.ends_on + 1 FROM enrollment_status st JOIN enrollment e ON e.id = st.enrollment_id
        WHERE st.ended_by_id IS NOT NULL
      UNION ALL SELECT y.order_id, e.student_id, NULL FROM year_outcome y JOIN enrollment e ON e.id = y.enrollment_id WHERE y.order_id IS NOT NULL
      UNION ALL SELECT order_id, student_id, NULL FROM order_undoing
      UNION ALL SELECT counter_order_id, student_id, NULL FROM order_undoing),
    found AS (
      SELECT o.id, o.number, o.date, o.kind, o.subject, (SELECT count(DISTINCT student_id)::int FROM act WHERE order_id = o.id) AS students,
        (SELECT min(day)::text FROM act WHERE order_id = o.id) AS "effectiveOn",
        (SELECT count(*)::int FROM order_undoing u WHERE u.order_id = o.id) AS undone
      FROM administrative_order o
      WHERE (${filter.kind} = '' OR o.kind::text = ${filter.kind})
        AND (${filter.year}::int IS NULL OR extract(year FROM o.date) = ${filter.year}::int)
        AND (concat_ws(' ', o.number, o.subject) ILIKE ${words} OR EXISTS (SELECT 1 FROM act JOIN person p ON p.id = act.student_id
          WHERE act.order_id = o.id AND concat_ws(' ', p.last_name, p.first_name, p.middle_name) ILIKE ${words})))
    SELECT id, number, date::text AS date, kind::text AS kind, subject, students, "effectiveOn", undone, count(*) OVER ()::int AS total
    FROM found ORDER BY found.date DESC, id DESC LIMIT ${perPage} OFFSET ${skipped}`;
  const years = await db().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM date)::int AS year FROM administrative_order ORDER BY year DESC`;
  const total = rows[0]?.total ?? 0;
  return {
    lines: rows.map(({ total: _, ...line }) => line),
    ...{ total, page: filter.page, pages: Math.max(1, Math.ceil(total / perPage)) },
    ...{ years: years.map(({ year }) => year), today: actor.today, mayEnter: can(actor, 'orders.enter') },
  };
}
