import { enterOrder } from '@/features/orders/enter-order';
import type { OrderAct } from '@/features/orders/order-input';
import { undoOrder } from '@/features/orders/undo-order';
import type { World } from './world';

export const meta = { address: 'test', device: 'test' };

/** What work was refused with; an empty object when it was done. */
export const faultOf = (work: Promise<unknown>): Promise<{ code?: string; options?: { detail?: string } }> =>
  work.then(
    () => ({}),
    (error) => error,
  );

type Given = { number?: string; date?: string; effectiveOn?: string };
type Counter = { number?: string; date?: string; studentIds?: number[] | null };

/** Orders on the contingent as the secretary of a world enters them, each under a new number. */
export function orderDesk(world: () => World) {
  let numbers = 500;
  const order = (act: OrderAct, studentIds: number[], given: Given = {}) => {
    numbers += 1;
    const base = { number: `${numbers}-к`, date: '2026-10-14', subject: 'О контингенте', effectiveOn: '2026-10-14' };
    return { ...base, ...given, act, studentIds };
  };
  const enter = async (given: ReturnType<typeof order>, seen: string | null = null) =>
    enterOrder.execute(await world().actor('olga'), { ...given, seen }, meta);
  return {
    order,
    enter,
    undo: async (orderId: number, given: Counter = {}) => {
      numbers += 1;
      const base = { number: `${numbers}-к`, date: '2026-10-14', subject: 'Об отмене приказа', studentIds: null };
      return undoOrder.execute(await world().actor('olga'), { orderId, ...base, ...given, seen: null }, meta);
    },
    /** People who are new in a group from 1 September, by an order of enrolment. */
    newStudents: async (names: string[], groupId = world().college.groups.isp): Promise<number[]> => {
      const newcomers = names.map((lastName) => ({
        ...{ lastName, firstName: 'Алсу', middleName: 'Маратовна', sex: 'female' as const, birthDate: '2010-01-15' },
      }));
      const act = { kind: 'enrollment' as const, groupId, newcomers };
      const { orderId } = await enter(order(act, [], { date: '2026-08-31', effectiveOn: '2026-09-01' }));
      const rows = await world().owner.enrollment.findMany({
        where: { entryOrderId: orderId },
        orderBy: { studentId: 'asc' },
        select: { studentId: true },
      });
      return rows.map(({ studentId }) => studentId);
    },
  };
}
