import { z } from 'zod';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** `period` is a period's id, or `year-<id>` for a whole academic year; absent: the present period. */
export const summaryParams = z.strictObject({
  group: id,
  period: z
    .string()
    .regex(/^(year-)?[1-9]\d{0,8}$/)
    .transform((value) => {
      const whole = value.startsWith('year-');
      return { whole, id: Number(whole ? value.slice(5) : value) };
    })
    .optional(),
});

export type SummaryParams = z.output<typeof summaryParams>;
