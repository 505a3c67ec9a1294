import { z } from 'zod';
import { changedSteps } from '@/features/institution/changed-steps';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { idField, nameField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  id: idField,
  version: versionField,
  name: nameField(40),
  departmentId: idField,
  curriculumId: idField,
});

/**
 * Corrects a group. Its plan stands while journals are kept by it: their lines are the plan's.
 * @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE, IN_USE
 */
export const editGroup = defineCommand({
  name: 'structure.edit-group',
  permission: 'structure.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { id, version, ...values } }) => {
    const before = await tx.studentGroup.findUnique({
      where: { id },
      select: { name: true, departmentId: true, curriculumId: true, version: true },
    });
    expectVersion(before, version);
    if (before.curriculumId !== values.curriculumId && (await tx.courseSection.count({ where: { groupId: id } })) > 0) {
      throw new Refusal('IN_USE', {
        fields: ['curriculumId'],
        detail: 'по этому учебному плану группа уже ведёт журналы',
      });
    }
    expectOne(
      await tx.studentGroup.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } }),
    );
    const steps = changedSteps('group', id, before, values);
    return { result: null, audit: { object: 'group', objectId: id, steps } };
  },
});
