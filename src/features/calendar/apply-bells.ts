import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  scheduleId: idField,
  /** Empty: for all groups. */
  groupIds: z.array(idField).max(200).default([]),
  weekday: z.int().min(1).max(7).nullable().default(null),
  date: dateField.nullable().default(null),
});

/** When a schedule rings that is not the usual one: for groups of a second shift, on a weekday, on one date. @throws Refusal NOT_FOUND, INVALID, DUPLICATE */
export const applyBells = defineCommand({
  name: 'calendar.apply-bells',
  permission: ['calendar.enter', 'timetable.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { scheduleId, groupIds, weekday, date } }) => {
    if (weekday !== null && date !== null) throw new Refusal('INVALID', { fields: ['date'] });
    if (groupIds.length === 0 && weekday === null && date === null) {
      throw new Refusal('INVALID', { fields: ['groupIds'], detail: 'выберите группы, день недели или дату' });
    }
    const groups = groupIds.length === 0 ? [null] : [...new Set(groupIds)];
    const rows = await tx.bellUse.createManyAndReturn({
      data: groups.map((groupId) => ({ scheduleId, groupId, weekday, date: toDayOrNull(date) })),
      select: { id: true, groupId: true },
    });
    const steps = rows.map(({ id, groupId }) => createdStep('bellUse', id, { scheduleId, groupId, weekday, date }));
    return { result: { uses: rows.length }, audit: { object: 'bellSchedule', objectId: scheduleId, steps } };
  },
});
