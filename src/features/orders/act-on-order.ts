import type { Actor } from '@/access/actor';
import { createdStep } from '@/features/institution/created-step';
import { toDay } from '@/features/institution/inputs';
import type { Voided } from '@/features/journal/void-groundless';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { OrderKind } from '@/server/prisma/enums';
import { fullDate } from '@/texts/format';
import { carryOut } from './carry-out';
import { type OrderToEnter, rollOrderOf, wrongDates } from './order-input';
import { orderState } from './order-state';
import { readRolls } from './read-rolls';
import { takeNewcomers } from './take-newcomers';

type Args = { tx: Db; actor: Actor; now: Date };

/** An order that has been carried out, with the state in which it found its students. */
export type EnteredOrder = {
  orderId: number;
  studentIds: number[];
  voided: Voided[];
  state: string;
  steps: AuditStep[];
};

/**
 * Writes an order that is not there yet. Two people who enter the same one at once meet here.
 * @throws Refusal DUPLICATE with the subject of the one that has its number and date
 */
export async function createOrder(
  tx: Db,
  order: { number: string; date: string; subject: string; kind: OrderKind },
): Promise<{ id: number; step: AuditStep }> {
  const { number, date, subject, kind } = order;
  const [created] = await tx.administrativeOrder.createManyAndReturn({
    data: [{ number, subject, kind, date: toDay(date) }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) return { id: created.id, step: createdStep('order', created.id, order) };
  const known = await tx.administrativeOrder.findFirst({
    where: { number, date: toDay(date) },
    select: { subject: true },
  });
  throw new Refusal('DUPLICATE', {
    detail: `Приказ № ${number} от ${fullDate(date)} уже введён: ${known?.subject ?? ''}`,
    fields: ['номер приказа'],
  });
}

/** Enters one order with all its students: whole or not at all. @throws Refusal INVALID and as `carryOut` does */
export async function actOnOrder({ tx, actor, now }: Args, given: OrderToEnter): Promise<EnteredOrder> {
  const wrong = wrongDates(given, actor.today);
  if (wrong) throw new Refusal('INVALID', wrong);
  const newcomers = given.act.kind === 'enrollment' ? given.act.newcomers : [];
  const chosen = [...new Set(given.studentIds)];
  if (chosen.length + newcomers.length === 0) {
    throw new Refusal('INVALID', { fields: ['студенты'], detail: 'Приказ никого не называет' });
  }
  const rolls = await readRolls(tx, chosen);
  const { number, date, subject, act } = given;
  const { id: orderId, step } = await createOrder(tx, { number, date, subject, kind: act.kind });
  const entered = await takeNewcomers(tx, actor, newcomers);
  const studentIds = [...chosen, ...entered.ids];
  const order = rollOrderOf(given);
  const { steps, voided } = await carryOut(
    { tx, actor, now },
    studentIds.map((studentId) => ({ studentId, orderId, order })),
  );
  return { orderId, studentIds, voided, state: orderState(rolls, voided), steps: [step, ...entered.steps, ...steps] };
}
