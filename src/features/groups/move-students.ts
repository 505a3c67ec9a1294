import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { voidGroundless } from '@/features/journal/void-groundless';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { enterOrders, orderFields } from './orders';
import { type Reach, reachedPeriods } from './reached-periods';

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
 * students are on the roll until the day before it, graduates on that very day too. An order dated back empties what stands
 * on days that it takes from its student; `voided` lists how much, by student, for the study office. None reaches into a
 * locked period. @throws Refusal NOT_ENROLLED, PERIOD_LOCKED
 */
export const moveStudents = defineCommand({
  name: 'groups.move-students',
  permission: 'orders.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, actor, now, input: { moves } }) => {
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
    const places = moves.map((row) => ({ studentId: row.studentId, from: firstChanged(row) }));
    const { steps: emptied, voided } = await voidGroundless(tx, earliest(places), now);
    steps.push(...emptied);
    return { result: { moved: moves.length, voided }, audit: { object: 'order', objectId: null, steps } };
  },
});

type Tx = RunArgs<unknown>['tx'];

/** The first day that the order changes: graduates stay to the end of the effective one. */
function firstChanged({ kind, effectiveOn }: Move): LocalDate {
  return kind === 'graduation' ? addDays(effectiveOn, 1) : effectiveOn;
}

/** A student of several orders in one list counts once, from the first of them. */
function earliest(places: readonly { studentId: number; from: LocalDate }[]) {
  const firsts = new Map<number, LocalDate>();
  for (const { studentId, from } of places) {
    const known = firsts.get(studentId);
    if (known === undefined || from < known) firsts.set(studentId, from);
  }
  return [...firsts].map(([studentId, from]) => ({ studentId, from }));
}

/** Those of the group that is left and of the one that is joined, on the days of the order. */
async function touchedPeriods({ tx, input: { moves } }: RunArgs<z.output<typeof input>>): Promise<PeriodKey[]> {
  const present = await tx.enrollment.findMany({
    where: { studentId: { in: moves.map(({ studentId }) => studentId) }, endsOn: null },
    select: { studentId: true, groupId: true },
  });
  const reaches = moves.flatMap((row): Reach[] => {
    const days = { from: firstChanged(row), to: 'endsOn' in row ? row.endsOn : null };
    const left = present.filter(({ studentId }) => studentId === row.studentId).map(({ groupId }) => groupId);
    const joined = row.kind === 'transfer' ? [row.groupId] : [];
    return [...left, ...joined].map((groupId) => ({ groupId, ...days }));
  });
  return reachedPeriods(tx, reaches);
}

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
