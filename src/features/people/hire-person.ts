import { z } from 'zod';
import { within } from '@/features/academic-year/next-year/within';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { employStaff } from './employ-staff';
import { registerPeople } from './register-people';
import { staffRoles } from './staff-roles';

const input = z.strictObject({
  lastName: nameField(80),
  firstName: nameField(80),
  middleName: nameField(80).nullable(),
  sex: z.enum(['male', 'female']),
  birthDate: dateField.nullable(),
  hiredOn: dateField,
  role: z.enum(staffRoles),
  title: nameField(160),
  departmentId: idField.nullable(),
});

/** A new member of the staff: the person, the employment and the first position together. @throws Refusal DUPLICATE, INVALID, NOT_FOUND */
export const hirePerson = defineCommand({
  name: 'people.hire',
  permission: 'people.enter',
  input,
  period: 'none',
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { hiredOn, role, title, departmentId, ...person } }) => {
    const { lastName, firstName, middleName } = person;
    const same = { lastName, firstName, middleName, staff: { isNot: null } };
    if (person.birthDate === null && (await tx.person.count({ where: same })) > 0) {
      throw new Refusal('DUPLICATE', {
        fields: ['birthDate'],
        detail:
          'сотрудник с таким именем уже есть, возможно, среди уволившихся; если это полный тёзка, укажите дату рождения',
      });
    }
    const act = within(tx, actor, meta);
    const { ids } = await act(registerPeople, { people: [person] });
    const personId = ids[0] ?? 0;
    const position = { role, title, departmentId, startsOn: hiredOn };
    await act(employStaff, { staff: [{ personId, hiredOn, positions: [position] }] });
    const step = { entity: 'staffMember', field: 'hired', recordId: personId, before: null, after: hiredOn };
    return { result: { id: personId }, audit: { object: 'staffMember', objectId: personId, steps: [step] } };
  },
});
