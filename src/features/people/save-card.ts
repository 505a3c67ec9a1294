import { z } from 'zod';
import { can } from '@/access/actor';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertKeeps } from './assert-keeps';
import { personFields, studentFields } from './card-fields';
import { writePerson } from './write-person';

const input = z.strictObject({ studentId: idField, version: idField, ...personFields, ...studentFields });

/** Fields that follow papers and are the study office's alone. */
const byPaper = new Set(['lastName', 'firstName', 'middleName', 'sex', 'birthDate', 'recordNumber']);

/**
 * Saves a student's card as a whole. Its curator keeps contacts, addresses and social status; names, day of birth and
 * record book follow papers. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE for a record book of somebody else, INVALID
 */
export const saveCard = defineCommand({
  name: 'people.save-card',
  permission: ['people.enter', 'people.enterCurated'],
  input,
  period: 'none',
  run: async ({ tx, actor, input: { studentId, version, ...given } }) => {
    await assertKeeps(tx, actor, studentId);
    const { lastName, firstName, middleName, sex, birthDate, phone, email, ...student } = given;
    const person = { lastName, firstName, middleName, sex, birthDate, phone, email };
    const steps = await writePerson(tx, { id: studentId, version, person, student });
    if (!can(actor, 'people.enter') && steps.some(({ field }) => byPaper.has(field))) {
      throw new Refusal('INVALID', {
        detail: 'ФИО, дату рождения, пол и зачётную книжку меняет учебная часть по документу',
      });
    }
    const result = { version: version + (steps.length > 0 ? 1 : 0) };
    return { result, audit: { object: 'person', objectId: studentId, steps } };
  },
});
