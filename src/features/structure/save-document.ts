import { z } from 'zod';
import { changedSteps } from '@/features/institution/changed-steps';
import { createdStep } from '@/features/institution/created-step';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { idField, nameField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  id: idField.nullable(),
  version: versionField.default(0),
  kind: z.enum(['normative', 'training']),
  title: nameField(200),
  /** Only addresses that a browser opens as a page: nothing that would run. */
  url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500),
  note: z.string().trim().max(300).default(''),
});

/** Enters or corrects a link of the page «Документы». @throws Refusal NOT_FOUND, CONFLICT, INVALID */
export const saveDocument = defineCommand({
  name: 'structure.save-document',
  permission: ['institution.setUp', 'structure.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { id, version, ...values } }) => {
    if (id === null) {
      const made = await tx.officeDocument.create({ data: values, select: { id: true } });
      const steps = [createdStep('officeDocument', made.id, values)];
      return { result: { id: made.id }, audit: { object: 'officeDocument', objectId: made.id, steps } };
    }
    const before = await tx.officeDocument.findUnique({ where: { id } });
    expectVersion(before, version);
    expectOne(
      await tx.officeDocument.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } }),
    );
    const steps = changedSteps('officeDocument', id, before, values);
    return { result: { id }, audit: { object: 'officeDocument', objectId: id, steps } };
  },
});
