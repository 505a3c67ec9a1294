import { z } from 'zod';
import { dateField, idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { personFields } from './card-fields';
import { writePerson } from './write-person';

const input = z.strictObject({
  staffId: idField,
  version: idField,
  ...personFields,
  sex: z.enum(['male', 'female']),
  birthDate: dateField.nullable(),
});

/** Corrects the name and contacts of a member of the staff. @throws Refusal NOT_FOUND, CONFLICT */
export const saveStaff = defineCommand({
  name: 'people.save-staff',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { staffId, version, ...person } }) => {
    if ((await tx.staffMember.count({ where: { id: staffId } })) === 0) throw new Refusal('NOT_FOUND');
    const steps = await writePerson(tx, { id: staffId, version, person });
    return { result: null, audit: { object: 'staffMember', objectId: staffId, steps } };
  },
});
