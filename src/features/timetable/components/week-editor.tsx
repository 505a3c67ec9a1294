'use client';

import { useState } from 'react';
import { Notice } from '@/ui/notice';
import type { WeekView } from '../week-view';
import { PlaceDialog } from './place-dialog';
import { useWeek } from './use-week';
import type { Target } from './week-acts';
import { WeekGrid } from './week-grid';

/**
 * The week of a group as a grid: Enter opens an hour, arrows go from hour to hour, Delete takes away, Ctrl+X and Ctrl+V or dragging
 * move. Each act is saved at once.
 */
export function WeekEditor({ view }: { view: WeekView }) {
  const week = useWeek(view);
  const [target, setTarget] = useState<Target | null>(null);
  const [cut, setCut] = useState<number | null>(null);
  const move = (entryId: number, weekday: number, classPeriod: number): void => {
    const entry = view.entries.find((one) => one.entryId === entryId);
    if (!entry || (entry.weekday === weekday && entry.classPeriod === classPeriod)) return;
    const { parity, room } = entry;
    week.alter(entry, { weekday, classPeriod, parity, room }, () => setCut(null));
  };
  const close = (): void => {
    week.clear();
    setTarget(null);
    // the dialog goes with its focus: the keyboard stays at the hour that it came from
    const hour = target && `td[data-hour="${target.weekday}.${target.classPeriod}"] button`;
    if (hour) requestAnimationFrame(() => document.querySelector<HTMLElement>(hour)?.focus());
  };
  return (
    <>
      {week.refusal && !target && (
        <Notice kind="error" live>
          {week.refusal}
        </Notice>
      )}
      <div className="week-scroll">
        <WeekGrid
          view={view}
          cut={cut}
          onOpen={setTarget}
          onCut={setCut}
          onMove={move}
          onRemove={(entry) => week.remove(entry)}
        />
      </div>
      <p className="aside-note no-print" aria-live="polite">
        {week.busy ? 'Сохраняется…' : week.said}
        {cut !== null && ' Вырезано: выберите час и нажмите Ctrl+V, Esc — оставить на месте.'}
      </p>
      {target && <PlaceDialog key={targetKey(target)} view={view} target={target} week={week} onClose={close} />}
    </>
  );
}

const targetKey = ({ weekday, classPeriod, entry }: Target): string =>
  `${weekday} ${classPeriod} ${entry?.entryId ?? 'new'}`;
