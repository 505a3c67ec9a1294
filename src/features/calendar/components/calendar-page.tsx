import Link from 'next/link';
import type { DayRange } from '@/domain/calendar/day-ranges';
import { dateRange, weekday } from '@/texts/format';
import { periodKindLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { CalendarView, CalendarYear, PeriodRow } from '../calendar-view';
import { dayKindShort, weekdaysOf } from '../calendar-words';
import { CalendarTabs } from './calendar-tabs';
import { DaysDialog } from './days-dialog';
import { OpenYearDialog } from './open-year-dialog';
import { PeriodDialog } from './period-dialog';
import { RemoveButton } from './remove-button';
import './calendar.css';

/** A year's periods and the days that differ from their weekday. */
export function CalendarPage({ view }: { view: CalendarView }) {
  const { years, year, periods, days, may, today } = view;
  if (!year) {
    return (
      <div className="single">
        <CalendarTabs current="/study/calendar" title="Учебный календарь" years={{ all: [], chosen: null }} />
        <EmptyState title="Учебного года ещё нет.">С него начинается подготовка: периоды, каникулы, звонки.</EmptyState>
        {may.open && <OpenYearDialog firstYear={Number(today.slice(0, 4)) - (today.slice(5) < '06-01' ? 1 : 0)} />}
      </div>
    );
  }
  return (
    <div className="single">
      <CalendarTabs
        current="/study/calendar"
        title={`Календарь ${year.name}`}
        years={{ all: years, chosen: year.id }}
        end={may.openNext && <ButtonLink href="/year">Закрыть год, открыть следующий</ButtonLink>}
      />
      {year.closed && <Notice kind="info">Год закрыт: его календарь больше не меняется.</Notice>}
      <Section
        id="periods"
        title="Периоды"
        note={dateRange(year.startsOn, year.endsOn)}
        end={may.enter && <PeriodDialog year={year} />}
      >
        <Periods periods={periods} year={year} mayEnter={may.enter} />
      </Section>
      <Section
        id="days"
        title="Праздники, переносы, сокращённые дни"
        note={days.length}
        end={may.enter && <DaysDialog year={year} days={days} />}
      >
        <Days days={days} year={year} mayEnter={may.enter} />
      </Section>
    </div>
  );
}

type Part = { year: CalendarYear; mayEnter: boolean };

function Periods({ periods, year, mayEnter }: { periods: readonly PeriodRow[] } & Part) {
  if (periods.length === 0) return <EmptyState title="Периодов ещё нет.">Добавьте семестры или четверти.</EmptyState>;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Период</th>
          <th scope="col">Вид</th>
          <th scope="col">Дни</th>
          <th scope="col">Группы</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id}>
            <th scope="row">{period.name}</th>
            <td>{periodKindLabels[period.kind]}</td>
            <td className="nowrap">{dateRange(period.startsOn, period.endsOn)}</td>
            <td>
              {counted(period.groups, 'группа', 'группы', 'групп')}
              {mayEnter && period.groups === 0 && (
                <Link className="sub" href={`/study/calendar/graph?year=${year.id}#periods`} prefetch={false}>
                  отметить, кто по нему учится
                </Link>
              )}
              {period.locked > 0 && <span className="sub">закрыт для {period.locked}: дни не меняются</span>}
            </td>
            <td className="act">
              {mayEnter && <PeriodDialog year={year} period={period} />}{' '}
              {mayEnter && period.groups === 0 && (
                <RemoveButton kind="academicPeriod" id={period.id} version={period.version} name={period.name} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Days({ days, year, mayEnter }: { days: readonly DayRange[] } & Part) {
  if (days.length === 0) return <EmptyState title="Особых дней нет.">Отметьте праздники и переносы.</EmptyState>;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Дни</th>
          <th scope="col">Что</th>
          <th scope="col">Название</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {days.map((range) => (
          <tr key={range.from}>
            <th scope="row">
              {dateRange(range.from, range.to)}
              {range.from === range.to && <span className="day-name">, {weekday(range.from)}</span>}
            </th>
            <td>
              {dayKindShort[range.kind]}
              {range.followsWeekday && (
                <span className="sub">по расписанию {weekdaysOf[range.followsWeekday - 1]}</span>
              )}
            </td>
            <td>{range.name}</td>
            <td className="act">{mayEnter && <DaysDialog year={year} days={days} range={range} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
