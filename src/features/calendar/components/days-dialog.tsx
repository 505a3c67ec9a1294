'use client';

import type { DayRange } from '@/domain/calendar/day-ranges';
import { ActDialog } from '@/ui/act-dialog';
import { formNumber, formText } from '@/ui/form-values';
import { setDaysAction } from '../actions';
import type { CalendarYear } from '../calendar-view';
import { DayFields, dayKindOf } from './day-fields';

type Props = { year: CalendarYear; days: readonly DayRange[]; range?: DayRange };

/** What days are: off, worked by another weekday, shortened, or usual again. */
export function DaysDialog({ year, days, range }: Props) {
  return (
    <ActDialog
      label={range ? 'Изменить…' : 'Отметить дни…'}
      confirm="Записать"
      title={range ? range.name : 'Особые дни'}
      small={range !== undefined}
      progress={<p>Занятия перекладываются…</p>}
      act={(form, key) => {
        const kind = dayKindOf(formText(form, 'kind'));
        const moved = kind === 'workday' ? formNumber(form, 'followsWeekday') : null;
        const [from, to] = [formText(form, 'from'), formText(form, 'to') || formText(form, 'from')];
        const [first, last] = [[from, range?.from ?? from].sort()[0] ?? from, [to, range?.to ?? to].sort()[1] ?? to];
        return setDaysAction(
          {
            ...{ yearId: year.id, from, to, kind, followsWeekday: moved, name: formText(form, 'name') },
            instead: range ? { from: range.from, to: range.to } : null,
            seen: days.filter((one) => one.from <= last && first <= one.to),
          },
          key,
        );
      }}
    >
      <DayFields year={year} days={days} range={range} />
    </ActDialog>
  );
}
