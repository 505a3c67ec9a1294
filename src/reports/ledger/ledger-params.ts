import { z } from 'zod';

const id = z.int().min(1).max(2_147_483_647);
const shape = {
  group: id,
  course: id.optional(),
  section: id.optional(),
  period: id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  lessonsPerPage: z.int().min(4).max(30).optional(),
};

/** Parameters of the period ledger as data. */
export const ledgerParams = z
  .strictObject(shape)
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: 'конец раньше начала',
  });

const digits = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);

/** The same from an address: ids and numbers as digits, empty fields of a form as absent. */
export const ledgerQuery = z
  .record(z.string(), z.string())
  .transform((query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')))
  .pipe(
    z.strictObject({
      group: digits,
      course: digits.optional(),
      section: digits.optional(),
      period: digits.optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      lessonsPerPage: digits.optional(),
    }),
  )
  .pipe(ledgerParams);
