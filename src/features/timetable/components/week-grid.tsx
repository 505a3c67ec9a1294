'use client';

import type { KeyboardEvent } from 'react';
import type { WeekView } from '../week-view';
import type { GridActs } from './week-acts';
import { WeekCell } from './week-cell';
import { weekdayHeads } from './week-words';
import './timetable.css';

type Props = GridActs & { view: WeekView };

/** Пары down, days across; each hour is a cell that can be reached by arrows. */
export function WeekGrid({ view, ...acts }: Props) {
  const { weekdays, pairs, entries, mayEnter } = view;
  const keys = (event: KeyboardEvent<HTMLTableElement>): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-hour]') : null;
    const [weekday = 0, classPeriod = 0] = (cell?.dataset.hour ?? '').split('.').map(Number);
    const step = steps[event.key];
    if (!cell) return;
    if (step) {
      const next = event.currentTarget.querySelector<HTMLElement>(
        `td[data-hour="${weekday + step[0]}.${classPeriod + step[1]}"] button`,
      );
      next?.focus();
      event.preventDefault();
    } else if (event.key === 'Escape') acts.onCut(null);
    else if (mayEnter) act(event, { weekday, classPeriod }, view, acts);
  };
  return (
    <table className="tb week-plan" onKeyDown={keys}>
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

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Hour = { weekday: number; classPeriod: number };

function act(event: KeyboardEvent, hour: Hour, { entries }: WeekView, acts: GridActs): void {
  const id = event.target instanceof HTMLElement ? Number(event.target.dataset.entry) : Number.NaN;
  const entry = entries.find(({ entryId }) => entryId === id);
  const command = event.ctrlKey || event.metaKey;
  if (event.key === 'Delete' && entry) acts.onRemove(entry);
  else if (command && event.code === 'KeyX' && entry) acts.onCut(entry.entryId);
  else if (command && event.code === 'KeyV' && acts.cut !== null) acts.onMove(acts.cut, hour.weekday, hour.classPeriod);
  else return;
  event.preventDefault();
}
