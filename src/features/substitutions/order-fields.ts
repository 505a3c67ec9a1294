import { z } from 'zod';
import { dateField, nameField } from '@/features/institution/inputs';

/** By what a change of a day is made: the reason, and the order where it is there already. */
export const orderFields = {
  reason: nameField(200),
  orderNumber: z.string().trim().max(40).default(''),
  orderedOn: dateField.nullable().default(null),
};
