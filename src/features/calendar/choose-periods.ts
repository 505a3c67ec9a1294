import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { removeUnused } from '@/features/institution/remove-row';
import { defineCommand } from '@/server/command';
import { Refusal, sqlState } from '@/server/errors';

const input = z.strictObject({
  changes: z
    .array(z.strictObject({ groupId: idField, periodId: idField, chosen: z.boolean() }))
    .min(1)
    .max(2000),
});

/**
 * By which periods groups study (R-027, C-20), as the table was ticked. What has lessons or grades stays, periods of one kind do not
 * overlap in a group. @throws Refusal IN_USE, DUPLICATE, PERIOD_LOCKED
 */
export const choosePeriods = defineCommand({
  name: 'calendar.choose-periods',
  permission: ['calendar.enter', 'year.manage'],
  input,
  period: 'none',
  run: async ({ tx, input: { changes } }) => {
    const pairs = (chosen: boolean) =>
      changes.filter((one) => one.chosen === chosen).map(({ groupId, periodId }) => ({ groupId, periodId }));
    const gone = await tx.groupPeriod.findMany({
      where: { OR: pairs(false) },
      select: { groupId: true, periodId: true, lockedAt: true },
    });
    if (gone.some(({ lockedAt }) => lockedAt !== null)) throw new Refusal('PERIOD_LOCKED');
    if (gone.length > 0) {
      const remove = () => tx.groupPeriod.deleteMany({ where: { OR: pairs(false) } });
      await removeUnused(remove, 'в этом периоде у группы уже есть занятия или итоговые');
    }
    const added = await tx.groupPeriod
      .createManyAndReturn({ data: pairs(true), skipDuplicates: true, select: { groupId: true, periodId: true } })
      .catch((error: unknown) => {
        if (sqlState(error) !== '23P01') throw error;
        throw new Refusal('DUPLICATE', { detail: 'периоды одного вида у группы пересекаются по дням' });
      });
    const step = (groupId: number, periodId: number, chosen: boolean) => ({
      ...{ entity: 'groupPeriod', field: 'period', recordId: groupId, periodId },
      ...{ before: chosen ? null : 'studies', after: chosen ? 'studies' : null },
    });
    const steps = [
      ...gone.map(({ groupId, periodId }) => step(groupId, periodId, false)),
      ...added.map(({ groupId, periodId }) => step(groupId, periodId, true)),
    ];
    return { result: { changed: steps.length }, audit: { object: 'groupPeriod', objectId: null, steps } };
  },
});
