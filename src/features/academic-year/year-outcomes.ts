import type { Regulation } from '@/domain/regulation/regulation';
import { orderKindOf, outcomeOf, type StudentOutcome, yearsOfStudy } from '@/domain/year/outcome';
import { createdStep } from '@/features/institution/created-step';
import { toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { StudentYearEnd } from './read-year-ends';

type Outcome = StudentYearEnd & { outcome: StudentOutcome };

/** What becomes of each student of a year that began in `startYear`. Nobody graduates who leaves by another order. */
export function outcomesOf(
  ends: readonly StudentYearEnd[],
  startYear: number,
  regulation: Pick<Regulation, 'yearEnd'>,
): Outcome[] {
  return ends.map((end) => {
    const finalYear = startYear - end.entryYear + 1 >= yearsOfStudy(end.lastSemester, end.termMonths);
    const outcome = outcomeOf({ ...end, finalYear }, regulation);
    return { ...end, outcome: outcome === 'graduated' && end.leaving ? 'notGraduated' : outcome };
  });
}

const subjects = { promotion: 'О переводе на следующий курс', graduation: 'О выпуске' } as const;

export type Order = { number: string; date: string };
export type Entered = {
  orderIds: number[];
  /** Enrolments that ended, with the end they had before. */
  ended: [enrollmentId: number, endsOn: string | null][];
  steps: AuditStep[];
};

type Closing = { yearId: number; orders: { promotion: Order; graduation: Order } };

/**
 * Enters the orders on promotion and graduation, what they say of each student, and lets the graduates go on the last
 * day of their last period. @throws Refusal DUPLICATE when an order of that number and date is there
 */
export async function enterOutcomes(tx: Db, outcomes: readonly Outcome[], closing: Closing): Promise<Entered> {
  const steps: AuditStep[] = [];
  const orderIds = new Map<string, number>();
  for (const kind of ['promotion', 'graduation'] as const) {
    if (!outcomes.some(({ outcome }) => orderKindOf(outcome) === kind)) continue;
    const { number, date } = closing.orders[kind];
    const order = { number, date, kind, subject: subjects[kind] };
    const taken = await tx.administrativeOrder.count({ where: { number, date: toDay(date) } });
    if (taken > 0) throw new Refusal('DUPLICATE', { detail: `приказ № ${number} от этой даты` });
    const { id } = await tx.administrativeOrder.create({ data: { ...order, date: toDay(date) }, select: { id: true } });
    orderIds.set(kind, id);
    steps.push(createdStep('order', id, order));
  }
  const rows = outcomes.map(({ enrollmentId, outcome, onLeave, debts }) => ({
    enrollmentId,
    outcome,
    debts: onLeave ? 0 : debts,
    orderId: orderIds.get(orderKindOf(outcome) ?? '') ?? null,
  }));
  await tx.$executeRaw`
    INSERT INTO year_outcome (year_id, enrollment_id, outcome, debts, order_id)
    SELECT ${closing.yearId}::int, "enrollmentId", outcome::student_outcome, debts, "orderId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o("enrollmentId" int, outcome text, debts smallint, "orderId" int)`;
  for (const { enrollmentId, studentId, outcome } of outcomes) {
    const step = { entity: 'enrollment', field: 'yearOutcome', studentId, recordId: enrollmentId };
    steps.push({ ...step, before: null, after: `${closing.yearId} ${outcome}` });
  }
  const left = await letGo(tx, outcomes, orderIds.get('graduation') ?? 0);
  return { orderIds: [...orderIds.values()], ended: left.ended, steps: [...steps, ...left.steps] };
}

async function letGo(tx: Db, outcomes: readonly Outcome[], orderId: number): Promise<Pick<Entered, 'ended' | 'steps'>> {
  const graduates = outcomes.filter(({ outcome }) => outcome === 'graduated');
  const rows = graduates.map(({ enrollmentId, yearEnds }) => ({ enrollmentId, yearEnds }));
  await tx.$executeRaw`
    UPDATE enrollment e SET ends_on = g."yearEnds", exit_order_id = ${orderId}::int
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("enrollmentId" int, "yearEnds" date) WHERE e.id = g."enrollmentId"`;
  return {
    ended: graduates.map(({ enrollmentId, endsOn }) => [enrollmentId, endsOn]),
    steps: graduates.map(({ enrollmentId: recordId, studentId, endsOn, yearEnds }) => {
      return { entity: 'enrollment', field: 'endsOn', studentId, recordId, before: endsOn, after: yearEnds };
    }),
  };
}
