'use client';

import { type DragEvent, useState } from 'react';
import { isRefused } from '@/domain/timetable/conflicts';
import { classNames } from '@/ui/class-names';
import { Sign } from '@/ui/sign';
import type { WeekEntry, WeekView } from '../week-view';
import { EntryButton } from './entry-button';
import type { GridActs } from './week-acts';
import { clashesAt } from './week-clashes';
import { clashInWords, weekdayHeads } from './week-words';

type Hour = { weekday: number; classPeriod: number };
type Props = { view: WeekView; hour: Hour; entries: readonly WeekEntry[]; acts: GridActs };

/** One hour of the week: what stands in it, and the way to put something there. */
export function WeekCell({ view, hour, entries, acts }: Props) {
  const [over, setOver] = useState(false);
  const { weekday, classPeriod } = hour;
  const words = `${weekdayHeads[weekday - 1]?.toLowerCase()}, ${classPeriod}-я пара`;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (acts.moving) acts.onMove(acts.moving.entryId, weekday, classPeriod);
  };
  const target = view.mayEnter
    ? {
        onDrop: drop,
        onDragLeave: () => setOver(false),
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
      }
    : {};
  return (
    <td data-hour={`${weekday}.${classPeriod}`} className={over ? 'is-over' : undefined} {...target}>
      {entries.map((entry) => (
        <EntryButton key={entry.entryId} view={view} entry={entry} acts={acts} words={words} />
      ))}
      {view.mayEnter && <AddButton view={view} hour={hour} empty={entries.length === 0} acts={acts} words={words} />}
    </td>
  );
}

type AddProps = { view: WeekView; hour: Hour; empty: boolean; acts: GridActs; words: string };

/** Puts something new at an hour; while an entry is being moved, says what stands in its way here and puts it here. */
function AddButton({ view, hour, empty, acts, words }: AddProps) {
  const { moving, onMove, onOpen } = acts;
  const section = moving && view.sections.find(({ sectionId }) => sectionId === moving.sectionId);
  const away = moving !== null && (moving.weekday !== hour.weekday || moving.classPeriod !== hour.classPeriod);
  const [clash] = section && away ? clashesAt(section, { ...moving, ...hour }, view, moving.entryId) : [];
  const inTheWay = clash && clashInWords(clash);
  return (
    <button
      type="button"
      className={classNames(
        'hour-add',
        empty && 'hour-empty',
        away && 'hour-here',
        clash && isRefused(clash) && 'is-refused',
      )}
      aria-label={[`${actOf(moving !== null, away)}: ${words}`, inTheWay].filter(Boolean).join('; ')}
      onClick={() =>
        moving ? onMove(moving.entryId, hour.weekday, hour.classPeriod) : onOpen({ ...hour, entry: null })
      }
    >
      {inTheWay ? (
        <span className="hour-clash">
          <Sign kind="attention" />
          {clash?.kind === 'group' ? 'занято' : inTheWay}
        </span>
      ) : (
        '+'
      )}
    </button>
  );
}

function actOf(moving: boolean, away: boolean): string {
  if (!moving) return 'Поставить';
  return away ? 'Перенести' : 'Оставить';
}
