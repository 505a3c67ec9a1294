import { z } from 'zod';

const days = z.int('Срок — целое число дней.').min(0, 'Срок не может быть отрицательным.').max(365);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Время указывается как ЧЧ:ММ.');

/** When a lesson must be filled, local time (C-03). */
export const fillDeadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('endOfDay') }),
  z.strictObject({ kind: z.literal('timeOfDay'), time: timeOfDay }),
  z.strictObject({ kind: z.literal('days'), days }),
]);

/** Terms in calendar days, each ending with the local day; null: no term, until the period is locked. */
export const deadlinesSchema = z.strictObject({
  fill: fillDeadlineSchema,
  /** How long a teacher or substitute may still change topic, presence and marks of a lesson (G-05). */
  correctionDays: days.nullable(),
  /** How long a mark may still be put on a dot of an older lesson. */
  debtMarkDays: days.nullable(),
  /** Period marks entered after the end of the period (C-05). */
  periodMarksDays: days.nullable(),
  /** Results published to the diary after they are entered (C-05, R-097); null: no term of its own. */
  publishResultsDays: days.nullable(),
});

/** Hours within which people may sign in (C-09); null: round the clock. Weekdays 1 (Monday) … 7. */
export const accessWindowSchema = z
  .strictObject({ from: timeOfDay, to: timeOfDay, weekdays: z.array(z.int().min(1).max(7)).min(1) })
  .nullable();
