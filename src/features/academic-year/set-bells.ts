import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { nameField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A schedule: its пары do not overlap and stand in their order. */
export const bellFields = {
  name: nameField(80),
  isDefault: z.boolean(),
  shortened: z.boolean(),
  classPeriods: z
    .array(z.strictObject({ number: z.int().min(1).max(12), startsAt: time, endsAt: time }))
    .min(1)
    .max(12)
    .refine((pairs) => pairs.every(inTime)),
};

type Pair = { number: number; startsAt: string; endsAt: string };

function inTime({ number, startsAt, endsAt }: Pair, place: number, pairs: readonly Pair[]): boolean {
  const before = pairs[place - 1];
  return startsAt < endsAt && (!before || (before.number < number && before.endsAt <= startsAt));
}

const input = z.strictObject({ schedules: z.array(z.strictObject(bellFields)).min(1) });

/** `08:30` → what a `@db.Time` column takes. */
export const toTime = (text: string): Date => new Date(`1970-01-01T${text}:00Z`);

/** Enters bell schedules: the usual one, which takes the place of the former usual one, and others. */
export const setBells = defineCommand({
  name: 'academic-year.set-bells',
  permission: ['timetable.enter', 'calendar.enter'],
  input,
  period: 'none',
  run: async ({ tx, input: { schedules } }) => {
    const unseated = schedules.some(({ isDefault }) => isDefault) ? await unseatUsual(tx) : [];
    const rows = await tx.bellSchedule.createManyAndReturn({
      data: schedules.map(({ classPeriods: _, ...schedule }) => schedule),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const periods = schedules.flatMap(({ classPeriods }, place) =>
      classPeriods.map((period) => ({ ...period, scheduleId: ids[place] ?? 0 })),
    );
    await tx.classPeriod.createMany({
      data: periods.map((period) => ({
        ...period,
        startsAt: toTime(period.startsAt),
        endsAt: toTime(period.endsAt),
      })),
    });
    const steps = [
      ...unseated,
      ...schedules.map(({ classPeriods: _, ...schedule }, place) =>
        createdStep('bellSchedule', ids[place] ?? 0, schedule),
      ),
      ...periods.map(({ scheduleId, ...period }) => createdStep('classPeriod', scheduleId, period)),
    ];
    return { result: { ids }, audit: { object: 'bellSchedule', objectId: null, steps } };
  },
});

/** The usual bells make room for others, of which there can be only one. */
export async function unseatUsual(tx: Db): Promise<AuditStep[]> {
  const former = await tx.bellSchedule.updateManyAndReturn({
    where: { isDefault: true },
    data: { isDefault: false, version: { increment: 1 } },
    select: { id: true },
  });
  return former.map(({ id: recordId }) => {
    return { entity: 'bellSchedule', field: 'isDefault', recordId, before: 'true', after: 'false' };
  });
}
