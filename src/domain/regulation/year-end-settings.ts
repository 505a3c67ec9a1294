import { z } from 'zod';

/** The end of a year, on which the documents are silent (G-05, G-06): what is refused, and what a reason is enough for. */
export const yearEndSchema = z.strictObject({
  /** Unfilled lessons, missing and unpublished period grades: `refuse` the closing, or `confirm` it with a recorded reason. */
  unfinished: z.enum(['refuse', 'confirm']),
  /** Students with academic debts go on `conditional`ly, or are `retain`ed until an order of their own. */
  debtors: z.enum(['conditional', 'retain']),
  /** Most debts with which one still goes on conditionally; null: any number (273-ФЗ, ст. 58 ч. 8 names none). */
  conditionalDebts: z.int().min(1).max(50).nullable(),
  /** Longest term of a reopening, calendar days. */
  reopenDays: z.int().min(1, 'Срок — целое число дней.').max(90, 'Не дольше 90 дней.'),
});

export const usualYearEnd: z.infer<typeof yearEndSchema> = {
  unfinished: 'confirm',
  debtors: 'conditional',
  conditionalDebts: null,
  reopenDays: 14,
};
