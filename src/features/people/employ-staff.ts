import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { assertMayGive } from './assert-may-give';
import { staffRoles } from './staff-roles';

const position = z.strictObject({
  role: z.enum(staffRoles),
  title: nameField(160),
  departmentId: idField.nullable().default(null),
  startsOn: dateField,
  endsOn: dateField.nullable().default(null),
});
const input = z.strictObject({
  staff: z
    .array(z.strictObject({ personId: idField, hiredOn: dateField, positions: z.array(position).min(1) }))
    .min(1)
    .max(1000),
});

/**
 * Makes people members of the staff with their positions by order; one person may hold several. A
 * position that keeps accounts or rights is given by who keeps them. @throws Refusal FORBIDDEN
 */
export const employStaff = defineCommand({
  name: 'people.employ-staff',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { staff } }) => {
    await assertMayGive(tx, actor, [...new Set(staff.flatMap(({ positions: own }) => own.map(({ role }) => role)))]);
    await tx.staffMember.createMany({
      data: staff.map(({ personId, hiredOn }) => ({ id: personId, hiredOn: toDay(hiredOn) })),
    });
    const positions = staff.flatMap(({ personId, positions: own }) =>
      own.map((row) => ({ ...row, staffId: personId })),
    );
    const rows = await tx.staffPosition.createManyAndReturn({
      data: positions.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDayOrNull(row.endsOn) })),
      select: { id: true },
    });
    const steps = [
      ...staff.map(({ personId, hiredOn }) => createdStep('staffMember', personId, { hiredOn })),
      ...rows.map(({ id }, place) => createdStep('staffPosition', id, { ...positions[place] })),
    ];
    return { result: { positions: rows.length }, audit: { object: 'staffMember', objectId: null, steps } };
  },
});
