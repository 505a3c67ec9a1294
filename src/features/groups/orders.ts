import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import type { OrderKind } from '@/server/prisma/enums';

/** Number, date and subject of an order. */
export const orderFields = {
  number: z.string().trim().min(1).max(40),
  date: z.iso.date(),
  subject: z.string().trim().min(1).max(300),
};

export type OrderInput = { number: string; date: string; subject: string; kind: OrderKind };

/** Enters orders; one that has been entered with the same number and date is used again. Answers ids in the order given. */
export async function enterOrders(
  tx: Db,
  orders: readonly OrderInput[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
  const keyOf = (number: string, date: string): string => `${date} ${number}`;
  const created = await tx.administrativeOrder.createManyAndReturn({
    data: orders.map(({ number, date, subject, kind }) => ({ number, subject, kind, date: toDay(date) })),
    skipDuplicates: true,
    select: { id: true, number: true, date: true, subject: true, kind: true },
  });
  const all = await tx.administrativeOrder.findMany({
    where: { OR: orders.map(({ number, date }) => ({ number, date: toDay(date) })) },
    select: { id: true, number: true, date: true },
  });
  const ids = new Map(all.map(({ id, number, date }) => [keyOf(number, date.toISOString().slice(0, 10)), id]));
  return {
    ids: orders.map(({ number, date }) => ids.get(keyOf(number, date)) ?? 0),
    steps: created.map(({ id, number, date, subject, kind }) =>
      createdStep('order', id, { number, date: date.toISOString().slice(0, 10), subject, kind }),
    ),
  };
}
