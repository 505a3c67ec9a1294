import { z } from 'zod';
import { reopenReturned } from '@/features/accounts/reopen-returned';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { lockSteps } from './lock-steps';
import { holdYear, tellYearWork } from './year-hold';

const input = z.strictObject({ yearId: idField, reason: z.string().trim().min(1).max(300) });

const kept = z.object({
  locked: z.array(z.tuple([z.int(), z.int()])),
  ended: z.array(z.tuple([z.int(), z.string().nullable()])),
  orderIds: z.array(z.int()),
});
type Kept = z.output<typeof kept>;

/**
 * Takes the closing of a year back, exactly, while no later year is open: locks that it set, promotions, graduates and
 * their orders go; the history of both acts stays. @throws Refusal NOT_FOUND, BUSY, YEAR_STATE
 */
export const undoClosing = defineCommand({
  name: 'academic-year.undo-closing',
  permission: 'year.manage',
  input,
  stepUp: true,
  period: 'none',
  long: true,
  run: async ({ tx, actor, now, input: { yearId, reason } }) => {
    await holdYear(tx, yearId);
    await tellYearWork(tx, yearId, { kind: 'undo', step: 1, of: 1 });
    const year = await tx.academicYear.findUnique({
      where: { id: yearId },
      select: {
        startsOn: true,
        closings: { where: { undoneAt: null }, select: { id: true, closedAt: true, before: true } },
      },
    });
    if (!year) throw new Refusal('NOT_FOUND');
    const [closing] = year.closings;
    if (!closing) throw new Refusal('YEAR_STATE', { detail: 'он не закрыт' });
    const later = await tx.academicYear.count({ where: { startsOn: { gt: year.startsOn } } });
    if (later > 0)
      throw new Refusal('YEAR_STATE', { detail: 'следующий учебный год уже открыт, закрытие не отменить' });
    const before = kept.parse(closing.before);
    const undone = { undoneAt: now, undoneById: actor.personId, undoReason: reason };
    await tx.yearClosing.update({ where: { id: closing.id }, data: undone, select: { id: true } });
    await tx.academicYear.update({ where: { id: yearId }, data: { closedAt: null }, select: { id: true } });
    const outcomes = await takeBack(tx, yearId, before);
    const closedAt = closing.closedAt.toISOString();
    const step = { entity: 'academicYear', recordId: yearId };
    const steps: AuditStep[] = [
      { ...step, field: 'closedAt', before: closedAt, after: null },
      { ...step, field: 'undoReason', recordId: closing.id, before: null, after: reason },
      ...lockSteps(
        before.locked.map(([groupId, periodId]) => ({ groupId, periodId })),
        closedAt,
        null,
      ),
      ...outcomes,
    ];
    return { result: { unlocked: before.locked.length }, audit: { object: 'academicYear', objectId: yearId, steps } };
  },
});

async function takeBack(tx: Db, yearId: number, { locked, ended, orderIds }: Kept): Promise<AuditStep[]> {
  await tx.$executeRaw`
    UPDATE group_period gp SET locked_at = NULL, locked_by_id = NULL, lock_reason = NULL, regulation_id = NULL
    FROM jsonb_array_elements(${JSON.stringify(locked)}::jsonb) AS k
    WHERE gp.group_id = (k ->> 0)::int AND gp.period_id = (k ->> 1)::int`;
  const returned = await tx.$queryRaw<{ id: number; studentId: number; was: string; endsOn: string | null }[]>`
    WITH k AS (SELECT (e ->> 0)::int AS id, (e ->> 1)::date AS ends_on FROM jsonb_array_elements(${JSON.stringify(ended)}::jsonb) AS e)
    UPDATE enrollment e SET ends_on = k.ends_on, exit_order_id = NULL FROM k JOIN enrollment o ON o.id = k.id WHERE e.id = k.id
    RETURNING e.id, e.student_id AS "studentId", o.ends_on::text AS was, e.ends_on::text AS "endsOn"`;
  const gone = await tx.$queryRaw<{ id: number; studentId: number; outcome: string }[]>`
    DELETE FROM year_outcome o USING enrollment e WHERE o.year_id = ${yearId} AND e.id = o.enrollment_id
    RETURNING o.enrollment_id AS id, e.student_id AS "studentId", o.outcome::text AS outcome`;
  const orders = await tx.$queryRaw<{ id: number; number: string }[]>`
    DELETE FROM administrative_order WHERE id = ANY (${orderIds}::int[]) RETURNING id, number`;
  const step = { entity: 'enrollment' };
  const opened = await reopenReturned(
    tx,
    returned.map(({ studentId }) => studentId),
  );
  return [
    ...opened,
    ...returned.map(({ id, studentId, was, endsOn }) => {
      return { ...step, field: 'endsOn', studentId, recordId: id, before: was, after: endsOn };
    }),
    ...gone.map(({ id, studentId, outcome }) => {
      return { ...step, field: 'yearOutcome', studentId, recordId: id, before: `${yearId} ${outcome}`, after: null };
    }),
    ...orders.map(({ id, number }) => {
      return { entity: 'order', field: 'deleted', recordId: id, before: number, after: null };
    }),
  ];
}
