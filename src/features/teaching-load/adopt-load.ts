import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { loadOrder } from '@/features/planning-orders/find-order';
import { orderInput } from '@/features/planning-orders/order-fields';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ yearId: idField, order: orderInput });

/**
 * The order on the load of a year (тарификация, R-025): everything given so far is by this order; from then on a teacher is changed from a day
 * on. @throws Refusal NOT_FOUND, INVALID when nothing waits for an order
 */
export const adoptLoad = defineCommand({
  name: 'teaching-load.adopt',
  permission: 'load.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { yearId, order } }) => {
    if (order.orderedOn > actor.today) throw new Refusal('INVALID', { fields: ['дата приказа'] });
    const year = await tx.academicYear.findUnique({ where: { id: yearId }, select: { closedAt: true } });
    if (!year || year.closedAt) throw new Refusal('NOT_FOUND');
    const { id, steps } = await loadOrder(tx, { actor, now }, order);
    const rows = await tx.teachingAssignment.updateManyAndReturn({
      where: { orderId: null, section: { yearId } },
      data: { orderId: id },
      select: { id: true, sectionId: true },
    });
    if (rows.length === 0) throw new Refusal('INVALID', { detail: 'вся нагрузка этого года уже дана приказами' });
    const given = rows.map(({ sectionId }) => {
      return { entity: 'teachingAssignment', field: 'orderId', recordId: sectionId, before: null, after: String(id) };
    });
    return {
      result: { given: rows.length },
      audit: { object: 'academicYear', objectId: yearId, steps: [...steps, ...given] },
    };
  },
});
