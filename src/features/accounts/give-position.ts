import { z } from 'zod';
import { can } from '@/access/actor';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { assertMayGive } from '@/features/people/assert-may-give';
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

/**
 * Gives a member of the staff one more position and with it its functions: one person may hold several. Nobody who
 * only enters people gives one to himself. @throws Refusal NOT_FOUND, DUPLICATE, INVALID, FORBIDDEN
 */
export const givePosition = defineCommand({
  name: 'accounts.give-position',
  permission: ['accounts.manage', 'people.enter'],
  input,
  period: 'none',
  stepUp: true,
  run: async ({ tx, actor, input: { personId, startsOn, ...position } }) => {
    await assertMayGive(tx, actor, [position.role]);
    if (personId === actor.personId && !can(actor, 'accounts.manage')) {
      throw new Refusal('INVALID', { detail: 'свою должность вносит другой сотрудник' });
    }
    const staff = await tx.staffMember.findUnique({ where: { id: personId }, select: { hiredOn: true, leftOn: true } });
    if (!staff) throw new Refusal('NOT_FOUND');
    const day = toDay(startsOn);
    if (day < staff.hiredOn || (staff.leftOn && day > staff.leftOn)) {
      throw new Refusal('INVALID', { fields: ['startsOn'], detail: 'в этот день сотрудник не работает' });
    }
    const same = {
      staffId: personId,
      ...{ role: position.role, departmentId: position.departmentId },
      title: { equals: position.title, mode: 'insensitive' as const },
      OR: [{ endsOn: null }, { endsOn: { gte: toDay(startsOn) } }],
    };
    if ((await tx.staffPosition.count({ where: same })) > 0) {
      throw new Refusal('DUPLICATE', { detail: 'эта должность у сотрудника уже есть' });
    }
    const { id } = await tx.staffPosition.create({
      data: { staffId: personId, startsOn: toDay(startsOn), ...position },
      select: { id: true },
    });
    const steps = [createdStep('staffPosition', id, { personId, startsOn, ...position })];
    return { result: { id }, audit: { object: 'staffMember', objectId: personId, steps } };
  },
});
