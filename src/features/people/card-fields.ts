import { z } from 'zod';
import { contradicts, socialStatuses } from '@/domain/people/card';
import { dateField, nameField } from '@/features/institution/inputs';

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || null)
    .nullable();

/** A telephone as people write it: digits, spaces, brackets, dashes, perhaps an extension. */
const phone = optional(40).refine((text) => text === null || /^\+?[\d\s()-]{5,}(\s*(доб|д)\.?\s*\d+)?$/i.test(text));
const email = optional(120).refine((text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text));

/** Names and contacts of anybody. */
export const personFields = {
  lastName: nameField(80),
  firstName: nameField(80),
  middleName: optional(80),
  phone,
  email,
};

/** What a student's card has besides. */
export const studentFields = {
  sex: z.enum(['male', 'female']),
  birthDate: dateField.nullable(),
  recordNumber: optional(40),
  registeredAddress: optional(300),
  livingAddress: optional(300),
  socialStatuses: z
    .array(z.enum(socialStatuses))
    .max(socialStatuses.length)
    .refine((given) => !contradicts(given)),
};

/** What a parent asks to change: only the fields that are to be different. */
export const changedFields = z.strictObject({
  lastName: nameField(80).optional(),
  firstName: nameField(80).optional(),
  middleName: nameField(80).optional(),
  phone: phone.optional(),
  email: email.optional(),
  registeredAddress: optional(300).optional(),
  livingAddress: optional(300).optional(),
});
