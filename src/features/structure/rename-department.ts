import { z } from 'zod';
import { changedSteps } from '@/features/institution/changed-steps';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { idField, nameField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

/** Gives a department another name. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE */
export const renameDepartment = defineCommand({
  name: 'structure.rename-department',
  permission: 'structure.enter',
  input: z.strictObject({ id: idField, version: versionField, name: nameField(200) }),
  period: 'none',
  run: async ({ tx, input: { id, version, name } }) => {
    const before = await tx.department.findUnique({ where: { id }, select: { name: true, version: true } });
    expectVersion(before, version);
    expectOne(await tx.department.updateMany({ where: { id, version }, data: { name, version: { increment: 1 } } }));
    const steps = changedSteps('department', id, before, { name });
    return { result: null, audit: { object: 'department', objectId: id, steps } };
  },
});
