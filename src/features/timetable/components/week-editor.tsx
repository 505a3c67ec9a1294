'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { WeekView } from '../week-view';
import { PlaceDialog } from './place-dialog';
import { useWeek } from './use-week';
import type { Target } from './week-acts';
import { WeekGrid } from './week-grid';

/**
 * The week of a group as a grid: Enter opens an hour, arrows go from hour to hour, Delete takes away, Ctrl+X and Ctrl+V or dragging
 * move, Ctrl+Z takes back. Each act is saved at once.
 */
export function WeekEditor({ view }: { view: WeekView }) {
  const week = useWeek(view);
  const [target, setTarget] = useState<Target | null>(null);
  const [movingId, setMovingId] = useState<number | null>(null);
  const moving = view.entries.find(({ entryId }) => entryId === movingId) ?? null;
  const move = (entryId: number, weekday: number, classPeriod: number): void => {
    const entry = view.entries.find((one) => one.entryId === entryId);
    setMovingId(null);
    if (!entry || (entry.weekday === weekday && entry.classPeriod === classPeriod)) return;
    const { parity, room } = entry;
    void week.alter(entry, { weekday, classPeriod, parity, room });
  };
  const close = (): void => {
    week.clear();
    setTarget(null);
    // the dialog goes with its focus: the keyboard stays at the hour that it came from
    const hour = target && `td[data-hour="${target.weekday}.${target.classPeriod}"] button`;
    if (hour) requestAnimationFrame(() => document.querySelector<HTMLElement>(hour)?.focus());
  };
  const take = (entryId: number): void => {
    setMovingId(entryId);
    close();
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
          moving={moving}
          onOpen={setTarget}
          onMoving={setMovingId}
          onMove={move}
          onRemove={(entry) => void week.remove(entry)}
          onUndo={week.undo}
        />
      </div>
      {view.mayEnter && (
        <p className="aside-note week-status no-print" aria-live="polite">
          {moving ? 'Выберите час: Enter или Ctrl+V поставит туда, Esc оставит на месте.' : statusOf(week)}
          {week.mayUndo && !moving && (
            <Button size="small" onClick={week.undo}>
              Вернуть
            </Button>
          )}
        </p>
      )}
      {target && (
        <PlaceDialog key={targetKey(target)} view={view} target={target} week={week} onClose={close} onTake={take} />
      )}
    </>
  );
}

const keysInWords =
  'Стрелки – по часам, Enter – открыть, Delete – убрать, Ctrl+X и Ctrl+V – перенести, Ctrl+Z – вернуть.';

function statusOf({ busy, said }: { busy: boolean; said: string }): string {
  return busy ? 'Сохраняется…' : said || keysInWords;
}

const targetKey = ({ weekday, classPeriod, entry }: Target): string =>
  `${weekday} ${classPeriod} ${entry?.entryId ?? 'new'}`;
