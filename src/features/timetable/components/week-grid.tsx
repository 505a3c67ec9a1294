'use client';

import type { WeekView } from '../week-view';
import type { GridActs } from './week-acts';
import { WeekCell } from './week-cell';
import { pressKey } from './week-keys';
import { weekdayHeads } from './week-words';
import './timetable.css';

type Props = GridActs & { view: WeekView };

/** Пары down, days across; each hour is a cell that can be reached by arrows. */
export function WeekGrid({ view, ...acts }: Props) {
  const { weekdays, pairs, entries } = view;
  return (
    <table className="tb week-plan" onKeyDown={(event) => pressKey(event, view, acts)}>
      <caption className="sr-only">Неделя группы {view.group.label}</caption>
      <thead>
        <tr>
          <th scope="col">Пара</th>
          {weekdays.map((day) => (
            <th key={day} scope="col">
              {weekdayHeads[day - 1]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ number, time }) => (
          <tr key={number}>
            <th scope="row">
              <span className="pair-no">{number}</span>
              <span className="sub">{time}</span>
            </th>
            {weekdays.map((weekday) => (
              <WeekCell
                key={weekday}
                view={view}
                hour={{ weekday, classPeriod: number }}
                entries={entries.filter((entry) => entry.weekday === weekday && entry.classPeriod === number)}
                acts={acts}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
