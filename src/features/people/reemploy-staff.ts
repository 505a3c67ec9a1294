import { z } from 'zod';
import { reopenReturned } from '@/features/accounts/reopen-returned';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertMayGive } from './assert-may-give';
import { staffRoles } from './staff-roles';

const position = z.strictObject({
  role: z.enum(staffRoles),
  title: nameField(160),
  departmentId: idField.nullable(),
  startsOn: dateField,
});
const input = z.strictObject({
  staffId: idField,
  /** The position of who comes back; null: the dismissal was a mistake and what it ended goes on. */
  position: position.nullable(),
});
type Position = z.output<typeof position>;

/**
 * Somebody who was dismissed works on or works again; the account that the dismissal had closed opens (T-014).
 * @throws Refusal NOT_FOUND, CONFLICT for who was not dismissed, INVALID, FORBIDDEN
 */
export const reemployStaff = defineCommand({
  name: 'people.reemploy',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { staffId, position: again } }) => {
    const staff = await tx.staffMember.findUnique({ where: { id: staffId }, select: { leftOn: true } });
    if (!staff) throw new Refusal('NOT_FOUND');
    if (!staff.leftOn) throw new Refusal('CONFLICT', { detail: 'этот сотрудник не уволен' });
    const leftOn = staff.leftOn.toISOString().slice(0, 10);
    if (again && again.startsOn <= leftOn) {
      throw new Refusal('INVALID', {
        fields: ['startsOn'],
        detail: 'принять снова можно после последнего рабочего дня',
      });
    }
    const ended = again ? [] : await tx.staffPosition.findMany({ where: { staffId, endsOn: staff.leftOn } });
    await assertMayGive(tx, actor, again ? [again.role] : ended.map(({ role }) => role));
    await tx.staffMember.update({ where: { id: staffId }, data: { leftOn: null }, select: { id: true } });
    const steps: AuditStep[] = [
      { entity: 'staffMember', field: 'left_on', recordId: staffId, before: leftOn, after: null },
      ...(again ? [await beginPosition(tx, staffId, again)] : await resumePositions(tx, ended, leftOn)),
      ...(await reopenReturned(tx, [staffId])),
    ];
    return { result: null, audit: { object: 'staffMember', objectId: staffId, steps } };
  },
});

async function beginPosition(tx: Db, staffId: number, { startsOn, ...values }: Position): Promise<AuditStep> {
  const data = { staffId, startsOn: toDay(startsOn), ...values };
  const { id } = await tx.staffPosition.create({ data, select: { id: true } });
  return createdStep('staffPosition', id, { staffId, startsOn, ...values });
}

async function resumePositions(tx: Db, ended: readonly { id: number }[], leftOn: string): Promise<AuditStep[]> {
  const ids = ended.map(({ id }) => id);
  await tx.staffPosition.updateMany({ where: { id: { in: ids } }, data: { endsOn: null } });
  return ids.map((recordId) => {
    return { entity: 'staffPosition', field: 'ends_on', recordId, before: leftOn, after: null };
  });
}
