import Link from 'next/link';
import { addDays } from '@/domain/calendar/local-date';
import { dateRange, weekdayDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Field, SelectField } from '@/ui/field';
import { PrintButton } from '@/ui/print-button';
import { Segments } from '@/ui/segments';
import type { LessonsView, TimetableMode } from '../lessons-view';
import { DayTable } from './day-table';
import { WeekTable } from './week-table';

const modes: readonly (readonly [TimetableMode, string])[] = [
  ['group', 'Группа'],
  ['teacher', 'Преподаватель'],
  ['room', 'Аудитория'],
  ['day', 'День'],
];

/** The timetable as it is with its changes: of a group, a teacher, a room in a week, or of a day for all groups. */
export function LessonsPage({ view }: { view: LessonsView }) {
  const { mode, title, date, days, parity, may } = view;
  const [first, last] = [days[0]?.date ?? date, days.at(-1)?.date ?? date];
  const step = mode === 'day' ? 1 : 7;
  const at = (day: string): string => `/timetable?${new URLSearchParams({ ...choiceOf(view), date: day })}`;
  return (
    <div className="single-wide timetable">
      <div className="day-head">
        <h1>Расписание{title && `: ${title}`}</h1>
        <span className="aside-note">
          {mode === 'day' ? weekdayDate(date) : dateRange(first, last)}
          {parity && `, ${parity}`}
        </span>
        <span className="push no-print">
          <PrintButton />
        </span>
      </div>
      <div className="timetable-tools no-print">
        <Segments
          label="Вид"
          items={modes.map(([id, label]) => ({
            ...{ label, current: id === mode },
            href: `/timetable?${new URLSearchParams({ view: id, date })}`,
          }))}
        />
        {may.enter && <ButtonLink href="/timetable/week">Неделя и раскладка</ButtonLink>}
        {may.enter && <ButtonLink href="/timetable/laying">Все группы</ButtonLink>}
        {may.substitute && <ButtonLink href={`/timetable/substitutions?date=${date}`}>Замены</ButtonLink>}
        <ButtonLink href="/notices">Объявления</ButtonLink>
      </div>
      <form className="report-form no-print" action="/timetable">
        <input type="hidden" name="view" value={mode} />
        {mode !== 'day' && (
          <SelectField id="whose" name={mode} label={modes.find(([id]) => id === mode)?.[1]} defaultValue={view.chosen}>
            {view.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        )}
        <Field id="when" name="date" type="date" label="Дата" defaultValue={date} />
        <Button type="submit">Показать</Button>
        <Link className="timetable-step" prefetch={false} href={at(addDays(date, -step))}>
          ‹ раньше
        </Link>
        <Link className="timetable-step" prefetch={false} href={at(addDays(date, step))}>
          позже ›
        </Link>
      </form>
      {mode === 'day' ? <DayTable view={view} /> : <WeekTable view={view} />}
    </div>
  );
}

function choiceOf({ mode, chosen }: LessonsView): Record<string, string> {
  return mode === 'day' ? { view: mode } : { view: mode, [mode]: chosen };
}
