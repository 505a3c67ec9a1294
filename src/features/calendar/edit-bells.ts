import { z } from 'zod';
import { bellFields, toTime, unseatUsual } from '@/features/academic-year/set-bells';
import { changedSteps } from '@/features/institution/changed-steps';
import { expectOne, expectVersion } from '@/features/institution/expect-version';
import { idField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

type Pair = { number: number; startsAt: string; endsAt: string };

const wordsOf = (pairs: readonly Pair[]): string =>
  pairs.map(({ number, startsAt, endsAt }) => `${number} ${startsAt}–${endsAt}`).join(', ');

/** Corrects a bell schedule. The usual one stays the usual one until another takes its place. @throws Refusal NOT_FOUND, CONFLICT, DUPLICATE */
export const editBells = defineCommand({
  name: 'calendar.edit-bells',
  permission: ['calendar.enter', 'timetable.enter'],
  input: z.strictObject({ id: idField, version: versionField, ...bellFields }),
  period: 'none',
  run: async ({ tx, input: { id, version, classPeriods, ...values } }) => {
    const before = await tx.bellSchedule.findUnique({
      where: { id },
      include: { classPeriods: { orderBy: { number: 'asc' } } },
    });
    expectVersion(before, version);
    const unseated = values.isDefault && !before.isDefault ? await unseatUsual(tx) : [];
    const isDefault = values.isDefault || before.isDefault;
    const data = { ...values, isDefault, version: { increment: 1 } };
    expectOne(await tx.bellSchedule.updateMany({ where: { id, version }, data }));
    await tx.classPeriod.deleteMany({ where: { scheduleId: id } });
    await tx.classPeriod.createMany({
      data: classPeriods.map(({ number, startsAt, endsAt }) => {
        return { scheduleId: id, number, startsAt: toTime(startsAt), endsAt: toTime(endsAt) };
      }),
    });
    const time = (date: Date) => date.toISOString().slice(11, 16);
    const was = before.classPeriods.map(({ number, startsAt, endsAt }) => {
      return { number, startsAt: time(startsAt), endsAt: time(endsAt) };
    });
    const steps = changedSteps(
      'bellSchedule',
      id,
      { ...before, classPeriods: wordsOf(was) },
      { ...values, isDefault, classPeriods: wordsOf(classPeriods) },
    );
    return { result: null, audit: { object: 'bellSchedule', objectId: id, steps: [...unseated, ...steps] } };
  },
});
