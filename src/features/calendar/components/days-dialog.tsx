'use client';

import { useState } from 'react';
import type { DayRange } from '@/domain/calendar/day-ranges';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumber, formText } from '@/ui/form-values';
import { setDaysAction } from '../actions';
import type { CalendarYear } from '../calendar-view';
import { dayKinds, weekdays } from '../calendar-words';

const kinds = ['holiday', 'workday', 'shortened', 'usual'] as const;

/** What days are: off, worked by another weekday, shortened, or usual again. */
export function DaysDialog({ year, range }: { year: CalendarYear; range?: DayRange }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>(range?.kind ?? 'holiday');
  return (
    <ActDialog
      label={range ? 'Изменить…' : 'Отметить дни…'}
      confirm="Записать"
      title={range ? range.name : 'Особые дни'}
      small={range !== undefined}
      progress={<p>Занятия перекладываются…</p>}
      act={(form, key) => {
        const moved = kind === 'workday' ? formNumber(form, 'followsWeekday') : null;
        const [from, to] = [formText(form, 'from'), formText(form, 'to') || formText(form, 'from')];
        return setDaysAction(
          { yearId: year.id, from, to, kind, followsWeekday: moved, name: formText(form, 'name') },
          key,
        );
      }}
    >
      <div className="act-line">
        <FormField
          name="from"
          label="Первый день"
          type="date"
          min={year.startsOn}
          max={year.endsOn}
          defaultValue={range?.from}
          required
        />
        <FormField
          name="to"
          label="Последний день"
          type="date"
          min={year.startsOn}
          max={year.endsOn}
          defaultValue={range?.to}
          hint="пусто – один день"
        />
      </div>
      <FormSelect
        name="kind"
        label="Что это за дни"
        value={kind}
        onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'holiday')}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {dayKinds[one]}
          </option>
        ))}
      </FormSelect>
      {kind === 'workday' && (
        <FormSelect name="followsWeekday" label="Занятия по расписанию" defaultValue={range?.followsWeekday ?? 1}>
          {weekdays.slice(0, 6).map((name, place) => (
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
          hint="Например: Зимние каникулы, За понедельник 9 марта"
          maxLength={120}
          required
        />
      )}
      <p className="small">
        Занятия, которые ещё никто не заполнил, переложатся. День, в котором есть заполненные занятия, выходным не
        станет.
      </p>
    </ActDialog>
  );
}
