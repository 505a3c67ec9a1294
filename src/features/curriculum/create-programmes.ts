import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

/** Code such as 09.02.07, name, qualification and months of study. */
export const programmeFields = {
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
  name: nameField(200),
  qualification: nameField(120),
  termMonths: z.int().min(1).max(120),
};

const input = z.strictObject({ programmes: z.array(z.strictObject(programmeFields)).min(1) });

/** Creates study programmes. Answers their ids in the order given. */
export const createProgrammes = defineCommand({
  name: 'curriculum.create-programmes',
  permission: ['curriculum.enter', 'structure.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { programmes } }) => {
    const rows = await tx.studyProgram.createManyAndReturn({ data: programmes, select: { id: true } });
    const ids = rows.map(({ id }) => id);
    const steps = ids.map((id, place) => createdStep('studyProgram', id, { ...programmes[place] }));
    return { result: { ids }, audit: { object: 'studyProgram', objectId: null, steps } };
  },
});
