import { z } from 'zod';
import { dateField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { enterPeople } from './enter-people';

const input = z.strictObject({
  people: z
    .array(
      z.strictObject({
        lastName: nameField(80),
        firstName: nameField(80),
        middleName: nameField(80).nullable(),
        sex: z.enum(['male', 'female']),
        birthDate: dateField.nullable(),
        phone: nameField(40).nullable().default(null),
        email: nameField(200).nullable().default(null),
        snils: nameField(14).nullable().default(null),
      }),
    )
    .min(1)
    .max(5000),
});

/** Enters people: students, staff and parents alike. Answers their ids in the order given. */
export const registerPeople = defineCommand({
  name: 'people.register',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { people } }) => {
    const { ids, steps } = await enterPeople(tx, people);
    return { result: { ids }, audit: { object: 'person', objectId: null, steps } };
  },
});
