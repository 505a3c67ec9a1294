import { z } from 'zod';

const digits = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** What the register is looked through by; `page` counts from 1. */
export const registerParams = z.strictObject({
  group: digits.optional(),
  period: digits.optional(),
  number: z
    .string()
    .regex(/^[\d-]{1,12}$/)
    .optional(),
  page: digits.optional(),
});

export type RegisterParams = z.output<typeof registerParams>;
