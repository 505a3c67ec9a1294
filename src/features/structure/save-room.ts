import { z } from 'zod';
import { changedSteps } from '@/features/institution/changed-steps';
import { createdStep } from '@/features/institution/created-step';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { dateField, idField, nameField, toDayOrNull, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  /** Null: a new one. */
  id: idField.nullable(),
  version: versionField.default(0),
  name: nameField(40),
  purpose: z.string().trim().max(120).default(''),
  seats: z.int().min(1).max(2000).nullable().default(null),
  closedOn: dateField.nullable().default(null),
});

/**
 * Enters or corrects a room (R-030, S3 4.2). Timetable and lessons write its name, so a name in use stays.
 * @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE, IN_USE
 */
export const saveRoom = defineCommand({
  name: 'structure.save-room',
  permission: ['structure.enter', 'timetable.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { id, version, ...values } }) => {
    const data = { ...values, closedOn: toDayOrNull(values.closedOn) };
    if (id === null) {
      const made = await tx.room.create({ data, select: { id: true } });
      const steps = [createdStep('room', made.id, values)];
      return { result: { id: made.id }, audit: { object: 'room', objectId: made.id, steps } };
    }
    const before = await tx.room.findUnique({ where: { id } });
    expectVersion(before, version);
    if (before.name !== values.name && (await isRoomInUse(tx, before.name))) {
      throw new Refusal('IN_USE', {
        fields: ['name'],
        detail: 'под этим именем кабинет стоит в расписании: закройте его и введите новый',
      });
    }
    expectOne(await tx.room.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } }));
    const was = { ...before, closedOn: before.closedOn?.toISOString().slice(0, 10) ?? null };
    return { result: { id }, audit: { object: 'room', objectId: id, steps: changedSteps('room', id, was, values) } };
  },
});

/** Whether a timetable or a lesson names the room. */
export async function isRoomInUse(tx: Db, name: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM timetable_entry WHERE room = ${name}) OR EXISTS (SELECT 1 FROM lesson WHERE room = ${name}) AS used`;
  return row?.used ?? false;
}
