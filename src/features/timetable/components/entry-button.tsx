'use client';

import { fullDate } from '@/texts/format';
import { classNames } from '@/ui/class-names';
import { Sign } from '@/ui/sign';
import type { WeekEntry, WeekView } from '../week-view';
import type { GridActs } from './week-acts';
import { clashesAt } from './week-clashes';
import { clashInWords, parityShort } from './week-words';

/** `words`: the hour, for who does not see the table. */
type Props = { view: WeekView; entry: WeekEntry; acts: GridActs; words: string };

/** What stands at an hour, with what it stands in the way of. */
export function EntryButton({ view, entry, acts, words }: Props) {
  const section = view.sections.find(({ sectionId }) => sectionId === entry.sectionId);
  if (!section) return null;
  const clashes = clashesAt(section, entry, view, entry.entryId).map(clashInWords);
  const place = [section.subgroup, parityShort[entry.parity], entry.room && `ауд. ${entry.room}`].filter(Boolean);
  const later = entry.startsOn > view.from ? `с ${fullDate(entry.startsOn)}` : '';
  return (
    <button
      type="button"
      className={classNames('hour-entry', acts.moving?.entryId === entry.entryId && 'is-cut', `hour-${entry.parity}`)}
      data-entry={entry.entryId}
      disabled={!view.mayEnter}
      draggable={view.mayEnter}
      title={clashes.join('; ') || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', section.course);
        acts.onMoving(entry.entryId);
      }}
      onDragEnd={() => acts.onMoving(null)}
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
