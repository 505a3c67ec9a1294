import { fullDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import { PrintButton } from '@/ui/print-button';
import { Section } from '@/ui/section';
import type { WeekView } from '../week-view';
import { DaysSection } from './days-section';
import { HoursTable } from './hours-table';
import { LayingPanel } from './laying-panel';
import { WeekEditor } from './week-editor';

/** The week of a group in a period: the grid, whether lessons follow it, hours, days outside the week. */
export function WeekPage({ view }: { view: WeekView }) {
  const { group, groups, period, periods, from, earliest } = view;
  return (
    <div className="single-wide timetable">
      <div className="day-head">
        <h1>Неделя {group.label}</h1>
        <span className="aside-note">
          {period.label}, {fullDate(period.startsOn)} – {fullDate(period.endsOn)}; с {fullDate(from)}
        </span>
        <span className="push no-print">
          <PrintButton />
        </span>
      </div>
      <form className="report-form no-print" action="/timetable/week">
        <SelectField id="week-group" name="group" label="Группа" defaultValue={group.id}>
          {groups.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField id="week-period" name="period" label="Период" defaultValue={period.id}>
          {periods.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <Field
          id="week-from"
          name="from"
          type="date"
          label="Изменения действуют с"
          defaultValue={from}
          min={earliest}
          max={period.endsOn}
        />
        <Button type="submit">Показать</Button>
      </form>
      <WeekEditor view={view} />
      <div className="no-print">
        <LayingPanel view={view} />
      </div>
      <div className="no-print">
        <Section id="hours" title="Часы" note="по плану и по этой неделе">
          <HoursTable sections={view.sections} />
        </Section>
        <DaysSection view={view} />
      </div>
    </div>
  );
}
