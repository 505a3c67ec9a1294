'use client';

import { useState } from 'react';
import type { DayRange } from '@/domain/calendar/day-ranges';
import { dateRange } from '@/texts/format';
import { FormField, FormSelect } from '@/ui/form-field';
import { Notice } from '@/ui/notice';
import type { CalendarYear } from '../calendar-view';
import { dayKinds, weekdaysOf } from '../calendar-words';

const kinds = ['holiday', 'workday', 'shortened', 'usual'] as const;

export const dayKindOf = (value: string): (typeof kinds)[number] => kinds.find((one) => one === value) ?? 'holiday';

const examples = {
  holiday: 'Например: Зимние каникулы',
  workday: 'Например: За понедельник 9 марта',
  shortened: 'Например: Предпраздничный день',
} as const;

type Props = { year: CalendarYear; days: readonly DayRange[]; range: DayRange | undefined };

/** Which days, what they are, and what stands there now; made anew each time the dialog opens. */
export function DayFields({ year, days, range }: Props) {
  const [kind, setKind] = useState(dayKindOf(range?.kind ?? ''));
  const [from, setFrom] = useState(range?.from ?? '');
  const [to, setTo] = useState(range?.to ?? '');
  const last = to || from;
  const there = days.filter((one) => one !== range && from !== '' && one.from <= last && from <= one.to);
  const limits = { type: 'date', min: year.startsOn, max: year.endsOn } as const;
  return (
    <>
      <div className="act-line">
        <FormField
          {...limits}
          name="from"
          label="Первый день"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          required
        />
        <FormField
          {...limits}
          name="to"
          label="Последний день"
          value={to}
          onChange={({ target }) => setTo(target.value)}
          hint="пусто – один день"
        />
      </div>
      {there.length > 0 && (
        <Notice kind="warning">
          Сейчас здесь: {there.map(({ name, from: first, to: end }) => `${name}, ${dateRange(first, end)}`).join('; ')}.
          Отметка этих дней заменится.
        </Notice>
      )}
      <FormSelect
        name="kind"
        label="Что это за дни"
        value={kind}
        onChange={({ target }) => setKind(dayKindOf(target.value))}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {dayKinds[one]}
          </option>
        ))}
      </FormSelect>
      {kind === 'workday' && (
        <FormSelect name="followsWeekday" label="Занятия по расписанию" defaultValue={range?.followsWeekday ?? 1}>
          {weekdaysOf.slice(0, 6).map((name, place) => (
            <option key={name} value={place + 1}>
              {name}
            </option>
          ))}
        </FormSelect>
      )}
      {kind !== 'usual' && (
        <FormField
          name="name"
          label="Название"
          defaultValue={range?.name}
          hint={examples[kind]}
          maxLength={120}
          required
        />
      )}
      <p className="small">
        {kind === 'usual'
          ? 'Отметка снимется, занятия этих дней лягут по обычной неделе.'
          : `Занятия, которые ещё никто не заполнил, переложатся.${kind === 'holiday' ? ' День, в котором есть заполненные занятия, выходным не станет.' : ''}`}
      </p>
    </>
  );
}
