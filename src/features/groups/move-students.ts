import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { enterOrders, orderFields } from './orders';

const base = { ...orderFields, studentId: idField, effectiveOn: dateField };
const move = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('expulsion') }),
  z.strictObject({ ...base, kind: z.literal('graduation') }),
  z.strictObject({ ...base, kind: z.literal('transfer'), groupId: idField }),
  z.strictObject({ ...base, kind: z.literal('academicLeave'), endsOn: dateField.nullable() }),
  z.strictObject({
    ...base,
    kind: z.literal('studyForm'),
    form: z.enum(['homeStudy', 'familyForm']),
    endsOn: dateField.nullable(),
  }),
]);
const input = z.strictObject({ moves: z.array(move).min(1).max(500) });

type Move = z.output<typeof move>;
type Current = { id: number; studentId: number; startsOn: Date };

/**
 * Orders on students: from the effective day the journal closes, hides or moves their row. Expelled and moved
 * students are on the roll until the day before it, graduates on that very day too. @throws Refusal NOT_ENROLLED
 */
export const moveStudents = defineCommand({
  name: 'groups.move-students',
  permission: 'orders.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { moves } }) => {
    const entered = await enterOrders(tx, moves);
    const steps: AuditStep[] = [...entered.steps];
    const regulation = await activeRegulation(actor.today, tx);
    const closing = (form: 'homeStudy' | 'familyForm') => regulation.closedStatuses.includes(form);
    for (const [place, row] of moves.entries()) {
      const orderId = entered.ids[place] ?? 0;
      const current = await currentEnrollment(tx, row);
      if (row.kind === 'academicLeave') {
        steps.push(await closeRow(tx, current.id, orderId, { ...row, status: 'academicLeave', closesJournal: true }));
      } else if (row.kind === 'studyForm') {
        const closesJournal = closing(row.form);
        steps.push(await closeRow(tx, current.id, orderId, { ...row, status: row.form, closesJournal }));
      } else {
        steps.push(...(await leaveGroup(tx, current, orderId, row)));
      }
    }
    return { result: { moved: moves.length }, audit: { object: 'order', objectId: null, steps } };
  },
});

type Tx = RunArgs<unknown>['tx'];

async function currentEnrollment(tx: Tx, { studentId, effectiveOn }: Move): Promise<Current> {
  const found = await tx.enrollment.findFirst({
    where: { studentId, startsOn: { lte: toDay(effectiveOn) }, endsOn: null },
    orderBy: { startsOn: 'desc' },
    select: { id: true, studentId: true, startsOn: true },
  });
  if (!found) throw new Refusal('NOT_ENROLLED');
  return found;
}

type Status = {
  status: 'academicLeave' | 'homeStudy' | 'familyForm';
  closesJournal: boolean;
  effectiveOn: string;
  endsOn: string | null;
};

async function closeRow(tx: Tx, enrollmentId: number, orderId: number, row: Status): Promise<AuditStep> {
  const { id } = await tx.enrollmentStatus.create({
    data: {
      enrollmentId,
      orderId,
      kind: row.status,
      closesJournal: row.closesJournal,
      startsOn: toDay(row.effectiveOn),
      endsOn: toDayOrNull(row.endsOn),
    },
    select: { id: true },
  });
  const { status, closesJournal, effectiveOn: startsOn, endsOn } = row;
  return createdStep('enrollmentStatus', id, { enrollmentId, orderId, kind: status, closesJournal, startsOn, endsOn });
}

async function leaveGroup(tx: Tx, current: Current, exitOrderId: number, row: Move): Promise<AuditStep[]> {
  const endsOn = row.kind === 'graduation' ? row.effectiveOn : addDays(row.effectiveOn, -1);
  await tx.enrollment.update({
    where: { id: current.id },
    data: { endsOn: toDay(endsOn), exitOrderId },
    select: { id: true },
  });
  const left: AuditStep = { entity: 'enrollment', field: 'endsOn', recordId: current.id, before: null, after: endsOn };
  if (row.kind !== 'transfer') return [left];
  const next = {
    studentId: current.studentId,
    groupId: row.groupId,
    startsOn: row.effectiveOn,
    entryOrderId: exitOrderId,
  };
  const { id } = await tx.enrollment.create({
    data: { ...next, startsOn: toDay(next.startsOn) },
    select: { id: true },
  });
  return [left, createdStep('enrollment', id, next)];
}
