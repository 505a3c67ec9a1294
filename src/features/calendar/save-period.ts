import { z } from 'zod';
import { within } from '@/features/academic-year/next-year/within';
import { changedSteps } from '@/features/institution/changed-steps';
import { createdStep } from '@/features/institution/created-step';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { dateField, idField, nameField, toDay, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal, sqlState } from '@/server/errors';
import { relayTouched } from './relay-touched';

const input = z.strictObject({
  id: idField.nullable(),
  version: versionField.default(0),
  yearId: idField,
  kind: z.enum(['semester', 'trimester', 'quarter', 'halfYear', 'year']),
  ordinal: z.int().min(1).max(12),
  name: nameField(60),
  startsOn: dateField,
  endsOn: dateField,
});
type Values = Omit<z.output<typeof input>, 'id' | 'version'>;

/**
 * Enters or corrects a period of a year: of any kind, for all groups or for those that choose it. One that is locked for a group
 * does not move, nor does one leave its lessons. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE, INVALID, PERIOD_LOCKED
 */
export const savePeriod = defineCommand({
  name: 'calendar.save-period',
  permission: 'calendar.enter',
  input,
  period: 'none',
  long: true,
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { id, version, ...values } }) => {
    await assertInYear(tx, values);
    const data = { ...values, startsOn: toDay(values.startsOn), endsOn: toDay(values.endsOn) };
    if (id === null) {
      const made = await tx.academicPeriod.create({ data, select: { id: true } });
      const steps = [createdStep('academicPeriod', made.id, values)];
      return { result: { id: made.id }, audit: { object: 'academicPeriod', objectId: made.id, steps } };
    }
    const before = await tx.academicPeriod.findUnique({ where: { id } });
    expectVersion(before, version);
    if (before.yearId !== values.yearId) throw new Refusal('NOT_FOUND');
    const day = (date: Date) => date.toISOString().slice(0, 10);
    const was = { ...before, startsOn: day(before.startsOn), endsOn: day(before.endsOn) };
    const update = { where: { id, version }, data: { ...data, version: { increment: 1 } } };
    expectOne(await tx.academicPeriod.updateMany(update).catch(refusalOfDays));
    if (was.startsOn !== values.startsOn || was.endsOn !== values.endsOn) {
      const groups = await tx.groupPeriod.findMany({ where: { periodId: id }, select: { groupId: true } });
      const span = { from: values.startsOn, to: values.endsOn, today: actor.today };
      await relayTouched(tx, within(tx, actor, meta), { groupIds: groups.map(({ groupId }) => groupId), ...span });
    }
    const steps = changedSteps('academicPeriod', id, was, values);
    return { result: { id }, audit: { object: 'academicPeriod', objectId: id, steps } };
  },
});

async function assertInYear(tx: Db, { yearId, startsOn, endsOn }: Values): Promise<void> {
  const year = await tx.academicYear.findUnique({ where: { id: yearId } });
  if (!year) throw new Refusal('NOT_FOUND');
  if (endsOn <= startsOn)
    throw new Refusal('INVALID', { fields: ['endsOn'], detail: 'период кончается раньше, чем начинается' });
  if (toDay(startsOn) < year.startsOn || toDay(endsOn) > year.endsOn) {
    throw new Refusal('INVALID', { fields: ['startsOn', 'endsOn'], detail: 'период лежит вне учебного года' });
  }
}

/** What the database says against other days, in words. */
function refusalOfDays(error: unknown): never {
  const state = sqlState(error);
  if (state === '23514') {
    throw new Refusal('INVALID', {
      fields: ['startsOn', 'endsOn'],
      detail: 'вне этих дней остались бы занятия периода',
    });
  }
  if (state === '23P01') {
    throw new Refusal('DUPLICATE', {
      fields: ['startsOn', 'endsOn'],
      detail: 'у группы есть другой период того же вида в эти дни',
    });
  }
  throw error;
}
