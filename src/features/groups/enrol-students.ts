import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { enterOrders, orderFields } from './orders';
import { reachedPeriods } from './reached-periods';

const input = z.strictObject({
  orders: z
    .array(
      z.strictObject({
        ...orderFields,
        groupId: idField,
        startsOn: z.iso.date(),
        studentIds: z.array(idField).min(1).max(200),
      }),
    )
    .min(1)
    .max(200),
});

/** Enrols students in groups by orders. Answers the ids of the enrolments in the order given. */
export const enrolStudents = defineCommand({
  name: 'groups.enrol-students',
  permission: 'orders.enter',
  input,
  period: ({ tx, input: { orders } }) =>
    reachedPeriods(
      tx,
      orders.map(({ groupId, startsOn }) => ({ groupId, from: startsOn, to: null })),
    ),
  run: async ({ tx, input: { orders } }) => {
    const entered = await enterOrders(
      tx,
      orders.map((order) => ({ ...order, kind: 'enrollment' })),
    );
    const enrollments = orders.flatMap(({ groupId, startsOn, studentIds }, place) =>
      studentIds.map((studentId) => ({ studentId, groupId, startsOn, entryOrderId: entered.ids[place] ?? 0 })),
    );
    const rows = await tx.enrollment.createManyAndReturn({
      data: enrollments.map((row) => ({ ...row, startsOn: toDay(row.startsOn) })),
      select: { id: true },
    });
    const steps = rows.map(({ id }, place) => createdStep('enrollment', id, { ...enrollments[place] }));
    const result = { enrollmentIds: rows.map(({ id }) => id) };
    return { result, audit: { object: 'order', objectId: null, steps: [...entered.steps, ...steps] } };
  },
});
