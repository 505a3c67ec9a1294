import { changeWeek } from '@/features/timetable/change-week';
import type { Line, Writing } from '../../kind';
import { portions } from '../plan-people';
import type { TimetableColumns } from './columns';

type Change = Parameters<typeof changeWeek.execute>[1]['changes'][number];

/** A place of the week that is new, or changes its room from a day on. */
export type PlaceChange = {
  line: Line<TimetableColumns>;
  groupId: number;
  periodId: number;
  from: string;
  change: Change;
};

/** Group by group and day by day, as a dispatcher would change the week. */
export function writeTimetable(changes: readonly PlaceChange[], count: number): Writing {
  return async (act, tell) => {
    const weeks = new Map<string, PlaceChange[]>();
    for (const change of changes) {
      const key = `${change.groupId} ${change.periodId} ${change.from}`;
      weeks.set(key, [...(weeks.get(key) ?? []), change]);
    }
    let done = 0;
    for (const week of weeks.values()) {
      for (const part of portions(week, 200)) {
        const [{ groupId, periodId, from } = { groupId: 0, periodId: 0, from: '' }] = part;
        const { ids } = await act(changeWeek, { groupId, periodId, from, changes: part.map(({ change }) => change) });
        for (const [place, { line }] of part.entries()) line.verdict.recordId = ids[place] ?? line.verdict.recordId;
        done += part.length;
        await tell(Math.min(done, count));
      }
    }
  };
}
