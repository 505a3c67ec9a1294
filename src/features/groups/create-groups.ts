import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        name: nameField(40),
        departmentId: idField,
        curriculumId: idField,
        entryYear: z.int().min(1990).max(2100),
      }),
    )
    .min(1)
    .max(500),
});

/** Creates groups with their department and plan. Answers their ids in the order given. */
export const createGroups = defineCommand({
  name: 'groups.create',
  permission: ['year.manage', 'structure.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { groups } }) => {
    const rows = await tx.studentGroup.createManyAndReturn({ data: groups, select: { id: true } });
    const ids = rows.map(({ id }) => id);
    const steps = ids.map((id, place) => createdStep('group', id, { ...groups[place] }));
    return { result: { ids }, audit: { object: 'group', objectId: null, steps } };
  },
});
