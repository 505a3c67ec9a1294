import { z } from 'zod';
import { partHours } from '@/domain/curriculum/semester-of';
import { idField, nameField } from '@/features/institution/inputs';
import { defineCommand, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { readYears, type YearPeriod } from './load-year';
import { openSections } from './open-sections';
import { type LoadRow, mayOpen, readLoad } from './read-load';
import type { NewSection } from './section-fields';

const input = z.strictObject({
  yearId: idField,
  groupId: idField,
  /** `division`: the group is divided for this course; null opens one journal for the whole group. */
  lines: z
    .array(z.strictObject({ itemId: idField, division: nameField(60).nullable() }))
    .min(1)
    .max(100),
});
type Input = z.output<typeof input>;

/**
 * Opens journals for lines of a group's plan, with the plan's hours and forms of control and nobody to teach them yet. A course
 * for which the group is divided gets a journal for every subgroup.
 * @throws Refusal DUPLICATE for a line that has a journal, NOT_FOUND
 */
export const openLines = defineCommand({
  name: 'teaching-load.open-lines',
  permission: 'load.enter',
  input,
  period: groupPeriods,
  run: async ({ tx, input: { yearId, groupId, lines } }) => {
    const year = (await readYears(tx)).find(({ id }) => id === yearId);
    if (!year) throw new Refusal('NOT_FOUND');
    const places = new Map(
      (await readGroupPeriods(tx, { yearId, groupId })).map((row) => [row.periodId, row.lockedAt]),
    );
    const periods = year.periods.filter(({ id }) => places.has(id));
    const open = new Set(periods.filter(({ id }) => places.get(id) === null).map(({ id }) => id));
    const rows = new Map(
      (await readLoad(tx, { yearId, startYear: year.startYear, groupId })).map((row) => [row.itemId, row]),
    );
    const subgroups = await tx.subgroup.findMany({
      where: { groupId },
      select: { id: true, division: true },
      orderBy: { name: 'asc' },
    });
    const sections = lines.flatMap(({ itemId, division }): NewSection[] => {
      const row = rows.get(itemId);
      if (!row || !mayOpen(row) || row.terms.length === 0) throw new Refusal('NOT_FOUND');
      if (row.parts.length > 0)
        throw new Refusal('DUPLICATE', { detail: `журнал по строке ${row.index} «${row.course}» уже открыт` });
      const parts =
        division === null ? [null] : subgroups.filter((one) => one.division === division).map(({ id }) => id);
      if (parts.length === 0) throw new Refusal('NOT_FOUND');
      const planned = plannedOf(row, periods).filter(({ periodId }) => open.has(periodId));
      if (planned.length === 0) throw new Refusal('PERIOD_LOCKED');
      return parts.map((subgroupId) => ({
        ...{ yearId, groupId, itemId, subgroupId },
        schemeId: null,
        teachers: [],
        periods: planned,
      }));
    });
    const { ids, steps } = await openSections(tx, sections);
    return { result: { ids }, audit: { object: 'section', objectId: null, steps } };
  },
});

/** Hours of a half are parted among its periods. @throws Refusal INVALID when the group has no period in that half */
function plannedOf({ terms, index }: LoadRow, periods: readonly YearPeriod[]): NewSection['periods'] {
  return terms.flatMap(({ half, hours, controlForm }) => {
    const within = periods.filter((period) => period.half === half);
    if (within.length === 0)
      throw new Refusal('INVALID', { detail: `${index}: у группы нет учебного периода ${half}-го полугодия` });
    const shares = partHours(hours, within.length);
    return within.map(({ id }, place) => ({ periodId: id, plannedHours: shares[place] ?? 0, controlForm }));
  });
}

async function groupPeriods({ tx, input: { yearId, groupId } }: RunArgs<Input>) {
  const rows = await readGroupPeriods(tx, { yearId, groupId });
  return rows.filter(({ lockedAt }) => lockedAt === null).map(({ periodId }) => ({ groupId, periodId, sectionId: 0 }));
}

function readGroupPeriods(tx: Db, { yearId, groupId }: { yearId: number; groupId: number }) {
  const where = { groupId, period: { yearId } };
  return tx.groupPeriod.findMany({ where, select: { periodId: true, lockedAt: true } });
}
