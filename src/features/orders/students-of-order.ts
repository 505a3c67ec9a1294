import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** Whom an order still concerns: whose days it began or ended and did not lose by being undone. @throws Refusal NOT_FOUND */
export async function studentsOfOrder(tx: Db, orderId: number): Promise<number[]> {
  const known = await tx.administrativeOrder.count({ where: { id: orderId } });
  if (known === 0) throw new Refusal('NOT_FOUND');
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT student_id AS id FROM enrollment WHERE entry_order_id = ${orderId} OR exit_order_id = ${orderId}
    UNION SELECT e.student_id FROM enrollment_status st JOIN enrollment e ON e.id = st.enrollment_id
      WHERE st.order_id = ${orderId} OR st.ended_by_id = ${orderId}
    ORDER BY id`;
  if (rows.length === 0) throw new Refusal('ORDER_REFUSED', { detail: 'Приказ никого не касается или уже отменён' });
  return rows.map(({ id }) => id);
}
