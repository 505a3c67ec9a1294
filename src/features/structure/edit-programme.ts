import { z } from 'zod';
import { programmeFields } from '@/features/curriculum/create-programmes';
import { changedSteps } from '@/features/institution/changed-steps';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { idField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

/** Corrects a study programme. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE for a code that another one has */
export const editProgramme = defineCommand({
  name: 'structure.edit-programme',
  permission: ['structure.enter', 'curriculum.enter'],
  input: z.strictObject({ id: idField, version: versionField, ...programmeFields }),
  period: 'none',
  run: async ({ tx, input: { id, version, ...values } }) => {
    const before = await tx.studyProgram.findUnique({
      where: { id },
      select: { code: true, name: true, qualification: true, termMonths: true, version: true },
    });
    expectVersion(before, version);
    expectOne(
      await tx.studyProgram.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } }),
    );
    const steps = changedSteps('studyProgram', id, before, values);
    return { result: null, audit: { object: 'studyProgram', objectId: id, steps } };
  },
});
