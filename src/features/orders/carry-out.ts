import type { Actor } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { planOrder } from '@/domain/contingent/plan-order';
import type { Roll, RollChange, RollOrder } from '@/domain/contingent/roll';
import type { LocalDate } from '@/domain/types';
import { reopenReturned } from '@/features/accounts/reopen-returned';
import { type Reach, reachedPeriods } from '@/features/groups/reached-periods';
import { type Voided, voidGroundless } from '@/features/journal/void-groundless';
import type { AuditStep } from '@/server/audit';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { activeRegulation } from '@/server/regulation';
import { lockStudents, readRolls } from './read-rolls';
import { refuseProblems, type StudentProblem } from './refuse-problems';
import { type Joined, type StudentChange, writeChanges } from './write-changes';

/** An order as it concerns one student. */
export type StudentOrder = { studentId: number; orderId: number; order: RollOrder };

export type CarriedOut = { steps: AuditStep[]; joined: Joined[]; voided: Voided[] };

/**
 * Periods of the groups that orders leave and join, on the days that they change; the students are held until the commit.
 * @throws Refusal PERIOD_LOCKED
 */
export async function orderPeriods(tx: Db, orders: readonly Omit<StudentOrder, 'orderId'>[]): Promise<PeriodKey[]> {
  const ids = [...new Set(orders.map(({ studentId }) => studentId))];
  await lockStudents(tx, ids);
  const rolls = await readRolls(tx, ids);
  return reachedPeriods(
    tx,
    orders.flatMap(({ studentId, order }) => reachesOf(rolls.get(studentId) ?? [], order)),
  );
}

/** Days on which an order changes who stands in journals. */
export function reachesOf(roll: Roll, order: RollOrder): Reach[] {
  const from = firstChanged(order);
  const days = { from, to: 'endsOn' in order ? order.endsOn : null };
  const joined = 'groupId' in order && order.groupId !== null ? [order.groupId] : [];
  const left = roll.filter(({ endsOn }) => endsOn === null).map(({ groupId }) => groupId);
  return [...left, ...joined].map((groupId) => ({ groupId, ...days }));
}

/** The first day that an order changes: graduates stay to the end of the effective one. */
function firstChanged({ kind, effectiveOn }: RollOrder): LocalDate {
  return kind === 'graduation' ? addDays(effectiveOn, 1) : effectiveOn;
}

/**
 * Carries orders out in their sequence and empties what loses its ground by those dated back; accounts of who is back
 * open again. Several orders of one student act one after the other. @throws Refusal NOT_ENROLLED, DUPLICATE, ORDER_REFUSED; then nothing stands
 */
export async function carryOut(
  { tx, actor, now }: { tx: Db; actor: Actor; now: Date },
  orders: readonly StudentOrder[],
): Promise<CarriedOut> {
  const { closedStatuses } = await activeRegulation(actor.today, tx);
  const closes = (kind: (typeof closedStatuses)[number]) => kind === 'academicLeave' || closedStatuses.includes(kind);
  const done: CarriedOut = { steps: [], joined: [], voided: [] };
  for (const round of roundsOf(orders)) {
    const rolls = await readRolls(
      tx,
      round.map(({ studentId }) => studentId),
    );
    const { changes, problems } = planRound(round, rolls);
    await refuseProblems(tx, problems);
    const marked = changes.map(({ change, ...place }) => ({
      ...place,
      change: change.do === 'open' ? { ...change, closesJournal: closes(change.kind) } : change,
    }));
    const { steps, joined } = await writeChanges(tx, marked);
    done.steps.push(...steps);
    done.joined.push(...joined);
  }
  const { steps, voided } = await voidGroundless(tx, placesOf(orders), now);
  const opened = await reopenReturned(
    tx,
    done.joined.map(({ studentId }) => studentId),
  );
  return { ...done, steps: [...done.steps, ...steps, ...opened], voided };
}

type Plan = { changes: StudentChange[]; problems: StudentProblem[] };

/** What orders on different students come to. */
export function planRound(orders: readonly StudentOrder[], rolls: ReadonlyMap<number, Roll>): Plan {
  const plan: Plan = { changes: [], problems: [] };
  for (const { studentId, orderId, order } of orders) {
    const planned = planOrder(rolls.get(studentId) ?? [], order);
    if ('problem' in planned) plan.problems.push({ studentId, problem: planned.problem });
    else plan.changes.push(...planned.changes.map((change: RollChange) => ({ studentId, orderId, change })));
  }
  return plan;
}

/** The first order of each student, then the second ones, and so on. */
function roundsOf(orders: readonly StudentOrder[]): StudentOrder[][] {
  const rounds: StudentOrder[][] = [];
  const seen = new Map<number, number>();
  for (const order of orders) {
    const place = seen.get(order.studentId) ?? 0;
    seen.set(order.studentId, place + 1);
    const round = rounds[place];
    if (round) round.push(order);
    else rounds[place] = [order];
  }
  return rounds;
}

/** Whoever only joins loses nothing; a student of several orders counts once, from the first of them. */
function placesOf(orders: readonly StudentOrder[]): { studentId: number; from: LocalDate }[] {
  const firsts = new Map<number, LocalDate>();
  for (const { studentId, order } of orders) {
    if (order.kind === 'enrollment' || order.kind === 'reinstatement') continue;
    const from = firstChanged(order);
    const known = firsts.get(studentId);
    if (known === undefined || from < known) firsts.set(studentId, from);
  }
  return [...firsts].map(([studentId, from]) => ({ studentId, from }));
}
