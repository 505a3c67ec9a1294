import { defineCommand } from '@/server/command';
import { actOnOrder } from './act-on-order';
import { periodsOfOrder } from './enter-order';
import { orderInput } from './order-input';
import { speakVoided, type VoidedLine } from './voided-lines';
import { withoutTrace } from './without-trace';

export type OrderPreview = { students: number; voided: VoidedLine[]; state: string };

/**
 * What an order would do: how many students it concerns and which marks and absences lose their ground by it, counted by
 * carrying it out and taking it back. @throws Refusal as entering it would
 */
export const previewOrder = defineCommand({
  name: 'orders.preview',
  permission: 'orders.enter',
  input: orderInput,
  period: periodsOfOrder,
  run: async ({ tx, actor, now, input }) => {
    const { studentIds, voided, state } = await withoutTrace(tx, () => actOnOrder({ tx, actor, now }, input));
    const result: OrderPreview = { students: studentIds.length, voided: await speakVoided(tx, voided), state };
    return { result, audit: { object: 'order', objectId: null, steps: [] } };
  },
});
