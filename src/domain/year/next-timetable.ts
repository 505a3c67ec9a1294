import type { LocalDate } from '../types';
import { meets } from './meets';

/** A place of the week in a period of the new year. */
export type WeekEntry = {
  readonly weekday: number;
  readonly classPeriod: number;
  readonly parity: 'every' | 'odd' | 'even';
  readonly room: string;
  readonly periodId: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
};

/** A new journal with the weeks that its model had; without a teacher it is given no time. */
export type TimedSection = {
  readonly sectionId: number;
  readonly groupId: number;
  readonly subgroupId: number | null;
  readonly teacherId: number | null;
  readonly periodIds: readonly number[];
  readonly week: readonly WeekEntry[];
};

export type PlacedEntry = WeekEntry & { readonly sectionId: number };

const parities = { every: ['odd', 'even'], odd: ['odd'], even: ['even'] } as const;

/**
 * The weeks of the new year: each journal takes its model's places in the periods in which it has hours, as long as
 * neither its teacher nor its group is busy there. `dropped` counts the places that were taken already.
 */
export function nextTimetable(sections: readonly TimedSection[]): { entries: PlacedEntry[]; dropped: number } {
  const teachers = new Set<string>();
  const groups = new Map<string, (number | null)[]>();
  const entries: PlacedEntry[] = [];
  let dropped = 0;
  for (const { sectionId, groupId, subgroupId, teacherId, periodIds, week } of sections) {
    if (teacherId === null) continue;
    for (const entry of week.filter(({ periodId }) => periodIds.includes(periodId))) {
      const slots = parities[entry.parity].map(
        (parity) => `${entry.periodId} ${entry.weekday} ${entry.classPeriod} ${parity}`,
      );
      const clash = slots.some((slot) => {
        const there = groups.get(`${groupId} ${slot}`) ?? [];
        return teachers.has(`${teacherId} ${slot}`) || there.some((other) => meets(other, subgroupId));
      });
      if (clash) {
        dropped += 1;
        continue;
      }
      for (const slot of slots) {
        teachers.add(`${teacherId} ${slot}`);
        groups.set(`${groupId} ${slot}`, [...(groups.get(`${groupId} ${slot}`) ?? []), subgroupId]);
      }
      entries.push({ ...entry, sectionId });
    }
  }
  return { entries, dropped };
}
