import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { staffRoles } from '@/features/people/staff-roles';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  personId: idField,
  role: z.enum(staffRoles),
  title: nameField(160),
  departmentId: idField.nullable().default(null),
  startsOn: dateField,
});

/** Gives a member of the staff a position and with it its functions. @throws Refusal NOT_FOUND, DUPLICATE */
export const givePosition = defineCommand({
  name: 'accounts.give-position',
  permission: 'accounts.manage',
  input,
  period: 'none',
  stepUp: true,
  run: async ({ tx, input: { personId, startsOn, ...position } }) => {
    const staff = await tx.staffMember.findUnique({ where: { id: personId }, select: { hiredOn: true } });
    if (!staff) throw new Refusal('NOT_FOUND');
    if (toDay(startsOn) < staff.hiredOn) throw new Refusal('INVALID', { fields: ['с какого числа'] });
    const same = {
      staffId: personId,
      role: position.role,
      OR: [{ endsOn: null }, { endsOn: { gte: toDay(startsOn) } }],
    };
    if ((await tx.staffPosition.count({ where: same })) > 0) throw new Refusal('DUPLICATE');
    const { id } = await tx.staffPosition.create({
      data: { staffId: personId, startsOn: toDay(startsOn), ...position },
      select: { id: true },
    });
    const steps = [createdStep('staffPosition', id, { personId, startsOn, ...position })];
    return { result: { id }, audit: { object: 'staffMember', objectId: personId, steps } };
  },
});
