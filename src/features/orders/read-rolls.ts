import type { Roll } from '@/domain/contingent/roll';
import type { Db } from '@/server/db';

/** Orders of the same students are carried out one after the other, each on what the former has left. */
export async function lockStudents(tx: Db, studentIds: readonly number[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM student WHERE id = ANY (${[...studentIds]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Where each student has been and is, by order; a student without any stay has an empty roll. */
export async function readRolls(tx: Db, studentIds: readonly number[]): Promise<Map<number, Roll>> {
  const rows = await tx.$queryRaw<{ studentId: number; roll: Roll }[]>`
    SELECT e.student_id AS "studentId", json_agg(json_build_object('id', e.id, 'groupId', e.group_id, 'startsOn', e.starts_on,
      'endsOn', e.ends_on, 'entryOrderId', e.entry_order_id, 'orderedOn', o.date, 'exitOrderId', e.exit_order_id,
      'statuses', (SELECT coalesce(json_agg(json_build_object('id', st.id, 'kind', st.kind, 'startsOn', st.starts_on, 'endsOn', st.ends_on,
        'orderId', st.order_id, 'endedById', st.ended_by_id, 'plannedEndsOn', st.planned_ends_on) ORDER BY st.starts_on), '[]')
        FROM enrollment_status st WHERE st.enrollment_id = e.id)) ORDER BY e.starts_on) AS roll
    FROM enrollment e JOIN administrative_order o ON o.id = e.entry_order_id
    WHERE e.student_id = ANY (${[...studentIds]}::int[]) GROUP BY e.student_id`;
  const found = new Map(rows.map(({ studentId, roll }) => [studentId, roll]));
  return new Map(studentIds.map((id) => [id, found.get(id) ?? []]));
}
