'use client';

import { type FormEvent, useState } from 'react';
import { isRefused } from '@/domain/timetable/conflicts';
import type { Parity } from '@/domain/timetable/week-place';
import { fullDate, hours } from '@/texts/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import type { WeekSection, WeekView } from '../week-view';
import type { Week } from './use-week';
import type { Target } from './week-acts';
import { clashesAt } from './week-clashes';
import { clashInWords, parityOptions, weekdayHeads } from './week-words';

type Props = { view: WeekView; target: Target; week: Week; onClose: () => void; onTake: (entryId: number) => void };

/** What stands at an hour: course, weeks, room; every conflict is told while it is chosen. */
export function PlaceDialog({ view, target, week, onClose, onTake }: Props) {
  const { entry, weekday, classPeriod } = target;
  const [sectionId, setSectionId] = useState(entry?.sectionId ?? firstOf(view.sections)?.sectionId ?? 0);
  const [parity, setParity] = useState<Parity>(entry?.parity ?? 'every');
  const [room, setRoom] = useState(entry?.room ?? '');
  const section = view.sections.find((one) => one.sectionId === sectionId);
  const place = { weekday, classPeriod, parity, room: room.trim() };
  const days = { startsOn: entry?.startsOn ?? view.from, endsOn: entry?.endsOn ?? view.period.endsOn };
  const clashes = section ? clashesAt(section, { ...place, ...days }, view, entry?.entryId ?? null) : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void (entry ? week.alter(entry, place, onClose) : week.place(sectionId, place, onClose));
  };
  return (
    <Dialog open title={`${weekdayHeads[weekday - 1]}, ${classPeriod}-я пара`} onClose={onClose}>
      <form className="act-form" onSubmit={submit}>
        <SelectField
          id="place-section"
          label="Дисциплина"
          value={sectionId}
          disabled={entry !== null}
          autoFocus={entry === null}
          onChange={({ target: { value } }) => setSectionId(Number(value))}
        >
          {view.sections.map((one) => (
            <option key={one.sectionId} value={one.sectionId}>
              {sectionWords(one)}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="place-parity"
          label="Недели"
          value={parity}
          onChange={({ target: { value } }) => setParity(parityOptions.find(([id]) => id === value)?.[0] ?? 'every')}
        >
          {parityOptions.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </SelectField>
        <Field
          id="place-room"
          label="Аудитория"
          list="place-rooms"
          autoComplete="off"
          maxLength={40}
          value={room}
          onChange={({ target: { value } }) => setRoom(value)}
        />
        <datalist id="place-rooms">
          {view.rooms.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {section && <Facts section={section} />}
        {clashes.map((clash) => (
          <Notice key={clashInWords(clash)} kind={isRefused(clash) ? 'error' : 'warning'} live>
            {clashInWords(clash)}
          </Notice>
        ))}
        {week.refusal && (
          <Notice kind="error" live>
            {week.refusal}
          </Notice>
        )}
        <p className="aside-note">Действует с {fullDate(view.from)}.</p>
        <div className="act-foot">
          <Button type="submit" look="main" disabled={week.busy || !section}>
            {entry ? 'Изменить' : 'Поставить'}
          </Button>
          {entry && (
            <>
              <Button disabled={week.busy} onClick={() => onTake(entry.entryId)}>
                Перенести
              </Button>
              <Button look="danger" disabled={week.busy} onClick={() => void week.remove(entry, onClose)}>
                Убрать
              </Button>
            </>
          )}
          <Button onClick={onClose}>Не сейчас</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The course that still lacks most places. */
function firstOf(sections: readonly WeekSection[]): WeekSection | undefined {
  return [...sections].sort((one, other) => other.short - one.short)[0];
}

function sectionWords({ index, course, subgroup, teacher, short }: WeekSection): string {
  const lacks = short > 0 ? `не хватает ${hours(short)}` : '';
  return [`${index} ${course}`, subgroup, teacher || 'нет преподавателя', lacks].filter(Boolean).join(' · ');
}

function Facts({ section: { planned, short, over, teacher } }: { section: WeekSection }) {
  const words =
    short > 0
      ? `без места ${hours(short)}`
      : over > 0
        ? `неделя даёт больше плана на ${hours(over)}`
        : 'место есть всему';
  return (
    <>
      <p className="aside-note">
        По плану {hours(planned)}: {words}.
      </p>
      {teacher === '' && <Notice kind="warning">Преподавателя нет в нагрузке: занятия не разложатся.</Notice>}
    </>
  );
}
