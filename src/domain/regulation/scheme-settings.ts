import { z } from 'zod';

/** The КТП: when it is due and whether its homework comes with its topic (R-052, S2 4.2.5.2 «возможна настройка»). */
export const schemesSchema = z.strictObject({
  /** Calendar days after the director approved the рабочая программа; null: no term. */
  dueDays: z.int('Срок — целое число дней.').min(0, 'Срок не может быть отрицательным.').max(365).nullable(),
  /** `withTopic`: taking a topic writes its homework, too; `byHand`: the teacher writes it, that of the КТП is only shown. */
  homework: z.enum(['withTopic', 'byHand']),
});

/** S2 3.5, 4.2.5.2; the other documents name neither, so theirs is what helps the teacher. */
export const usualSchemes: z.infer<typeof schemesSchema> = { dueDays: 7, homework: 'withTopic' };
