import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, nameField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  name: nameField(20),
  startsOn: dateField,
  endsOn: dateField,
  periods: z
    .array(
      z.strictObject({
        kind: z.enum(['semester', 'trimester', 'quarter', 'halfYear', 'year']),
        ordinal: z.int().min(1).max(12),
        name: nameField(60),
        startsOn: dateField,
        endsOn: dateField,
      }),
    )
    .min(1),
  exceptions: z
    .array(
      z.strictObject({
        date: dateField,
        kind: z.enum(['holiday', 'workday', 'shortened']),
        name: nameField(120),
        followsWeekday: z.int().min(1).max(7).nullable(),
      }),
    )
    .default([]),
});

/** Opens an academic year with its periods and calendar (R-021, R-027, G-08). Answers the periods' ids in the order given. */
export const openYear = defineCommand({
  name: 'academic-year.open',
  permission: 'year.manage',
  input,
  period: 'none',
  run: async ({ tx, input: { periods, exceptions, ...year } }) => {
    const { id } = await tx.academicYear.create({
      data: { name: year.name, startsOn: toDay(year.startsOn), endsOn: toDay(year.endsOn) },
      select: { id: true },
    });
    const rows = await tx.academicPeriod.createManyAndReturn({
      data: periods.map((period) => ({
        ...period,
        yearId: id,
        startsOn: toDay(period.startsOn),
        endsOn: toDay(period.endsOn),
      })),
      select: { id: true },
    });
    const periodIds = rows.map((row) => row.id);
    await tx.calendarException.createMany({
      data: exceptions.map((exception) => ({ ...exception, yearId: id, date: toDay(exception.date) })),
    });
    const steps = [
      createdStep('academicYear', id, year),
      ...periodIds.map((period, place) => createdStep('academicPeriod', period, { ...periods[place], yearId: id })),
      ...exceptions.map((exception) => createdStep('calendarException', id, exception)),
    ];
    return { result: { id, periodIds }, audit: { object: 'academicYear', objectId: id, steps } };
  },
});
