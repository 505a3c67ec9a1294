import { halfOf } from '@/domain/curriculum/semester-of';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

export type YearPeriod = { id: number; name: string; half: 1 | 2; startsOn: LocalDate; endsOn: LocalDate };

export type StudyYear = {
  id: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  startYear: number;
  closed: boolean;
  /** Those without overlap among them, in order: the semester, not the year that contains it. */
  periods: YearPeriod[];
};

const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** The years, latest first, with their periods. */
export async function readYears(tx: Db): Promise<StudyYear[]> {
  const years = await tx.academicYear.findMany({
    orderBy: { startsOn: 'desc' },
    include: { periods: { where: { kind: { not: 'year' } }, orderBy: { startsOn: 'asc' } } },
  });
  return years.map(({ id, name, startsOn, endsOn, closedAt, periods }) => ({
    ...{ id, name, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), closed: closedAt !== null },
    startYear: startsOn.getUTCFullYear(),
    periods: periods.map((period) => ({
      ...{ id: period.id, name: period.name, half: halfOf(period, periods) },
      ...{ startsOn: dayOf(period.startsOn), endsOn: dayOf(period.endsOn) },
    })),
  }));
}

/** The year asked for; without one that of today, else the next to begin. Null for a year that is not there. */
export function chooseYear(
  years: readonly StudyYear[],
  wanted: number | undefined,
  today: LocalDate,
): StudyYear | null {
  if (wanted !== undefined) return years.find(({ id }) => id === wanted) ?? null;
  const open = years.find(({ startsOn, closed }) => !closed && startsOn <= today);
  return open ?? years.findLast(({ startsOn }) => startsOn > today) ?? years[0] ?? null;
}
