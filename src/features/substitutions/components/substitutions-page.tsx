import Link from 'next/link';
import { addDays } from '@/domain/calendar/local-date';
import { weekdayDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field, SelectField } from '@/ui/field';
import { Section } from '@/ui/section';
import type { SubstitutionsView } from '../substitutions-view';
import { AbsencesSection } from './absences-section';
import { DoneTable } from './done-table';
import { HolesTable } from './holes-table';
import './substitutions.css';

/** The dispatcher's day: who is away, which lessons have nobody, what has been decided. */
export function SubstitutionsPage({ view }: { view: SubstitutionsView }) {
  const { date, holes, group, groups, ofGroup, done } = view;
  const at = (day: string): string => `/timetable/substitutions?date=${day}`;
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Замены</h1>
        <span className="aside-note">{weekdayDate(date)}</span>
        <span className="push small no-print">
          <Link prefetch={false} href={`/timetable?view=day&date=${date}`}>
            Расписание дня
          </Link>{' '}
          · <a href={`/reports/substitution-log?from=${date}&to=${date}`}>Журнал замен</a>
        </span>
      </div>
      <form className="report-form no-print" action="/timetable/substitutions">
        <Field id="day" name="date" type="date" label="День" defaultValue={date} />
        <SelectField id="of-group" name="group" label="Занятия группы" defaultValue={group?.id ?? ''}>
          <option value="">только без преподавателя</option>
          {groups.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Показать</Button>
        <Link className="timetable-step" prefetch={false} href={at(addDays(date, -1))}>
          ‹ день раньше
        </Link>
        <Link className="timetable-step" prefetch={false} href={at(addDays(date, 1))}>
          день позже ›
        </Link>
      </form>
      <AbsencesSection view={view} />
      <Section id="holes" title="Без преподавателя" note={String(holes.length)}>
        {holes.length === 0 ? (
          <EmptyState title="Занятий без преподавателя нет." />
        ) : (
          <HolesTable caption="Занятия без преподавателя" lessons={holes} view={view} />
        )}
      </Section>
      {group && (
        <Section id="of-group-lessons" title={`Занятия ${group.label}`} note="без записей">
          {ofGroup.length === 0 ? (
            <EmptyState title="Незаполненных занятий у группы в этот день нет." />
          ) : (
            <HolesTable caption={`Занятия ${group.label}`} lessons={ofGroup} view={view} />
          )}
        </Section>
      )}
      <Section id="done" title="Решено" note={String(done.length)}>
        {done.length === 0 ? <EmptyState title="Изменений в этот день нет." /> : <DoneTable lines={done} />}
      </Section>
    </div>
  );
}
