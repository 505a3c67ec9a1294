import { z } from 'zod';
import { type Actor, can } from '@/access/actor';
import { createdStep } from '@/features/institution/created-step';
import { idField, nameField, toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertKeeps } from './assert-keeps';
import { personFields } from './card-fields';
import { writePerson } from './write-person';

const input = z.strictObject({
  studentId: idField,
  /** Null for somebody new. */
  guardianId: idField.nullable(),
  /** 0 for somebody new. */
  version: z.union([z.literal(0), idField]),
  relation: nameField(40),
  sex: z.enum(['male', 'female']),
  ...personFields,
});

type Given = z.output<typeof input>;

/**
 * Enters a parent or corrects one. Somebody of the same name and telephone who is a parent already is the same person:
 * a second child is tied to them. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE
 */
export const saveGuardian = defineCommand({
  name: 'people.save-guardian',
  permission: ['people.enter', 'people.enterCurated'],
  input,
  period: 'none',
  run: async ({ tx, actor, input: given }) => {
    const { studentId, guardianId } = given;
    await assertKeeps(tx, actor, studentId);
    const { id, steps } =
      guardianId === null ? await tieGuardian(tx, actor, given) : await mendGuardian(tx, actor, guardianId, given);
    return { result: { guardianId: id }, audit: { object: 'guardianship', objectId: studentId, steps } };
  },
});

type Kept = { id: number; steps: AuditStep[] };

async function mendGuardian(tx: Db, actor: Actor, id: number, given: Given): Promise<Kept> {
  const { studentId, version, relation, lastName, firstName, middleName, sex, phone, email } = given;
  const tie = await tx.guardianship.findUnique({
    where: { guardianId_studentId: { guardianId: id, studentId } },
    select: { relation: true, guardian: { select: { staff: { select: { id: true } } } } },
  });
  if (!tie) throw new Refusal('NOT_FOUND');
  if (tie.guardian.staff && !can(actor, 'people.enter')) {
    throw new Refusal('INVALID', { detail: 'Это сотрудник колледжа: его данные меняет учебная часть' });
  }
  const person = { lastName, firstName, middleName, sex, phone, email };
  const steps = await writePerson(tx, { id, version, person });
  if (tie.relation === relation) return { id, steps };
  const where = { guardianId_studentId: { guardianId: id, studentId } };
  await tx.guardianship.update({ where, data: { relation }, select: { guardianId: true } });
  const step = { entity: 'guardianship', field: 'relation', recordId: id, studentId };
  return { id, steps: [...steps, { ...step, before: tie.relation, after: relation }] };
}

async function tieGuardian(tx: Db, actor: Actor, given: Given): Promise<Kept> {
  const { studentId, relation, lastName, firstName, middleName, sex, phone, email } = given;
  const name = { lastName, firstName, middleName };
  const same = await tx.person.findFirst({
    where: { ...name, phone: phone ?? 'нет телефона', guardianOf: { some: {} } },
    select: { id: true },
  });
  const made = same ?? (await tx.person.create({ data: { ...name, sex, phone, email }, select: { id: true } }));
  const tied = await tx.guardianship.count({ where: { guardianId: made.id, studentId, endsOn: null } });
  if (tied > 0) throw new Refusal('DUPLICATE', { detail: 'Этот родитель уже записан' });
  const tie = { relation, startsOn: actor.today };
  const row = { relation, startsOn: toDay(actor.today), endsOn: null };
  await tx.guardianship.upsert({
    where: { guardianId_studentId: { guardianId: made.id, studentId } },
    create: { guardianId: made.id, studentId, ...row },
    update: row,
    select: { guardianId: true },
  });
  const person = same ? [] : [createdStep('person', made.id, { ...name, sex, phone, email }, made.id)];
  return { id: made.id, steps: [...person, createdStep('guardianship', made.id, { ...tie, studentId }, studentId)] };
}
