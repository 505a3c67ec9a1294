import { z } from 'zod';
import { changedSteps } from '@/features/institution/changed-steps';
import { createdStep } from '@/features/institution/created-step';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { dateField, idField, nameField, toDay, toDayOrNull, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  id: idField.nullable(),
  version: versionField.default(0),
  staffId: idField,
  duty: nameField(200),
  orderNumber: nameField(40),
  orderedOn: dateField,
  startsOn: dateField,
  endsOn: dateField.nullable().default(null),
});

/**
 * Enters or corrects a line of the register of responsible persons: nobody answers for anything before the order.
 * @throws Refusal NOT_FOUND, CONFLICT, INVALID
 */
export const saveResponsibility = defineCommand({
  name: 'structure.save-responsibility',
  permission: 'structure.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { id, version, ...values } }) => {
    if (values.startsOn < values.orderedOn) {
      throw new Refusal('INVALID', { fields: ['startsOn'], detail: 'обязанность не может начаться раньше приказа' });
    }
    if (values.endsOn !== null && values.endsOn < values.startsOn) throw new Refusal('INVALID', { fields: ['endsOn'] });
    const data = {
      ...values,
      orderedOn: toDay(values.orderedOn),
      startsOn: toDay(values.startsOn),
      endsOn: toDayOrNull(values.endsOn),
    };
    if (id === null) {
      const made = await tx.responsibility.create({ data, select: { id: true } });
      const steps = [createdStep('responsibility', made.id, values)];
      return { result: { id: made.id }, audit: { object: 'responsibility', objectId: made.id, steps } };
    }
    const before = await tx.responsibility.findUnique({ where: { id } });
    expectVersion(before, version);
    expectOne(
      await tx.responsibility.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } }),
    );
    const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
    const dates = { orderedOn: day(before.orderedOn), startsOn: day(before.startsOn), endsOn: day(before.endsOn) };
    const steps = changedSteps('responsibility', id, { ...before, ...dates }, values);
    return { result: { id }, audit: { object: 'responsibility', objectId: id, steps } };
  },
});
