import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        sectionId: idField,
        weekday: z.int().min(1).max(7),
        classPeriod: z.int().min(1).max(12),
        parity: z.enum(['every', 'odd', 'even']),
        room: nameField(40),
        startsOn: dateField,
        endsOn: dateField,
      }),
    )
    .min(1)
    .max(2000),
});

/** Enters the timetable of the week (R-041, G-08). Answers the entries' ids in the order given. */
export const setTimetable = defineCommand({
  name: 'timetable.set',
  permission: 'timetable.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { entries } }) => {
    const rows = await tx.timetableEntry.createManyAndReturn({
      data: entries.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDay(row.endsOn) })),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const steps = ids.map((id, place) => createdStep('timetableEntry', id, { ...entries[place] }));
    return { result: { ids }, audit: { object: 'timetable', objectId: null, steps } };
  },
});
