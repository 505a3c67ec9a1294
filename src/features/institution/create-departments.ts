import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { createdStep } from './created-step';
import { nameField } from './inputs';

/** Creates departments. Answers their ids in the order given. */
export const createDepartments = defineCommand({
  name: 'institution.create-departments',
  permission: ['institution.setUp', 'structure.enter'],
  input: z.strictObject({ names: z.array(nameField(200)).min(1).max(100) }),
  period: 'none',
  run: async ({ tx, input: { names } }) => {
    const rows = await tx.department.createManyAndReturn({
      data: names.map((name) => ({ name })),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const steps = ids.map((id, place) => createdStep('department', id, { name: names[place] }));
    return { result: { ids }, audit: { object: 'department', objectId: null, steps } };
  },
});
