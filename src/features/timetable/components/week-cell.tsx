'use client';

import { type DragEvent, useState } from 'react';
import { fullDate } from '@/texts/format';
import { classNames } from '@/ui/class-names';
import { Sign } from '@/ui/sign';
import type { WeekEntry, WeekView } from '../week-view';
import type { GridActs } from './week-acts';
import { clashesAt } from './week-clashes';
import { clashInWords, parityShort, weekdayHeads } from './week-words';

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
    const id = Number(event.dataTransfer.getData('text/plain'));
    if (id > 0) acts.onMove(id, weekday, classPeriod);
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
      {view.mayEnter && (
        <button
          type="button"
          className={classNames('hour-add', entries.length === 0 && 'hour-empty')}
          aria-label={`Поставить: ${words}`}
          onClick={() => acts.onOpen({ weekday, classPeriod, entry: null })}
        >
          +
        </button>
      )}
    </td>
  );
}

type EntryProps = { view: WeekView; entry: WeekEntry; acts: GridActs; words: string };

function EntryButton({ view, entry, acts, words }: EntryProps) {
  const section = view.sections.find(({ sectionId }) => sectionId === entry.sectionId);
  if (!section) return null;
  const clashes = clashesAt(section, entry, view, entry.entryId).map(clashInWords);
  const place = [section.subgroup, parityShort[entry.parity], entry.room && `ауд. ${entry.room}`].filter(Boolean);
  const later = entry.startsOn > view.from ? `с ${fullDate(entry.startsOn)}` : '';
  return (
    <button
      type="button"
      className={classNames('hour-entry', acts.cut === entry.entryId && 'is-cut', `hour-${entry.parity}`)}
      data-entry={entry.entryId}
      disabled={!view.mayEnter}
      draggable={view.mayEnter}
      title={clashes.join('; ') || undefined}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', String(entry.entryId))}
      onClick={() => acts.onOpen({ weekday: entry.weekday, classPeriod: entry.classPeriod, entry })}
    >
      <b>{section.course}</b>
      <span>{[...place, later].filter(Boolean).join(' · ')}</span>
      <span>{section.teacher || 'нет преподавателя'}</span>
      <span className="sr-only">, {words}</span>
      {clashes.length > 0 && (
        <span className="hour-clash">
          <Sign kind="attention" />
          {clashes[0]}
        </span>
      )}
    </button>
  );
}
