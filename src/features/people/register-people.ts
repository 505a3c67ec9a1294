import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, nameField, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

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
    const rows = await tx.person.createManyAndReturn({
      data: people.map((person) => ({ ...person, birthDate: toDayOrNull(person.birthDate) })),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const steps = ids.map((id, place) => createdStep('person', id, { ...people[place] }, id));
    return { result: { ids }, audit: { object: 'person', objectId: null, steps } };
  },
});
