import { z } from 'zod';
import { idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { enterStudents } from './enter-people';

const input = z.strictObject({
  students: z
    .array(z.strictObject({ personId: idField, recordNumber: nameField(40).nullable() }))
    .min(1)
    .max(5000),
});

/** Gives people the number of their record book and thereby makes them students. */
export const registerStudents = defineCommand({
  name: 'people.register-students',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { students } }) => {
    const steps = await enterStudents(tx, students);
    return { result: { students: students.length }, audit: { object: 'student', objectId: null, steps } };
  },
});
