'use client';

import { dateRange, hours } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { EmptyState } from '@/ui/empty-state';
import { FormField, FormSelect } from '@/ui/form-field';
import { Section } from '@/ui/section';
import { layDaysAction, withdrawDaysAction } from '../actions';
import type { DayLessons, WeekView } from '../week-view';

/** Lessons outside the week: practice by days, consultations and exams of a session. */
export function DaysSection({ view }: { view: WeekView }) {
  const { days, group, period, mayEnter } = view;
  const place = { groupId: group.id, periodId: period.id };
  return (
    <Section id="days" title="Практика и сессия" note="занятия вне недели" end={mayEnter && <LayDays view={view} />}>
      {days.length === 0 ? (
        <EmptyState title="Занятий вне недели нет." />
      ) : (
        <table className="tb tb-cards">
          <caption className="sr-only">Занятия вне недели</caption>
          <thead>
            <tr>
              <th scope="col">Дни</th>
              <th scope="col">Дисциплина</th>
              <th scope="col">Ауд.</th>
              <th scope="col">Занятий</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((run) => (
              <DaysRow key={`${run.sectionId} ${run.from}`} run={run} place={place} mayEnter={mayEnter} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

type RowProps = { run: DayLessons; place: { groupId: number; periodId: number }; mayEnter: boolean };

function DaysRow({ run, place, mayEnter }: RowProps) {
  const { sectionId, course, from, to, lessons, room } = run;
  return (
    <tr>
      <th scope="row">{dateRange(from, to)}</th>
      <td>{course}</td>
      <td data-head="ауд.">{room || '–'}</td>
      <td>
        {counted(lessons, 'занятие', 'занятия', 'занятий')}, {hours(run.hours)}
      </td>
      <td className="act">
        {mayEnter && (
          <ActDialog
            small
            label="Убрать…"
            confirm="Убрать дни"
            title={`${course}, ${dateRange(from, to)}`}
            look="danger"
            act={(_, key) => withdrawDaysAction({ ...place, sectionId, from, to }, key)}
          >
            <p>Уйдут дни, которые ещё впереди и в которых никто ничего не записал. Остальные останутся.</p>
          </ActDialog>
        )}
      </td>
    </tr>
  );
}

function LayDays({ view }: { view: WeekView }) {
  const { group, period, sections, from, lessonTypes, lessonHours } = view;
  const act = (form: FormData, key: string) => {
    const first = Number(form.get('first'));
    const count = Number(form.get('count'));
    return layDaysAction(
      {
        ...{ groupId: group.id, periodId: period.id, sectionId: Number(form.get('sectionId')) },
        ...{ from: String(form.get('from')), to: String(form.get('to')), hours: Number(form.get('hours')) },
        classPeriods: Array.from({ length: count }, (_, place) => first + place),
        ...{ room: String(form.get('room')), lessonType: String(form.get('lessonType')) },
      },
      key,
    );
  };
  return (
    <ActDialog small label="Поставить дни…" confirm="Поставить" title="Занятия вне недели" act={act}>
      <FormSelect name="sectionId" label="Дисциплина">
        {sections.map(({ sectionId, index, course, subgroup }) => (
          <option key={sectionId} value={sectionId}>
            {[`${index} ${course}`, subgroup].filter(Boolean).join(', ')}
          </option>
        ))}
      </FormSelect>
      <FormField
        name="from"
        label="С какого дня"
        type="date"
        defaultValue={from}
        min={period.startsOn}
        max={period.endsOn}
        required
      />
      <FormField
        name="to"
        label="По какой день"
        type="date"
        defaultValue={from}
        min={period.startsOn}
        max={period.endsOn}
        required
      />
      <FormField name="first" label="Первая пара" type="number" defaultValue={1} min={1} max={12} required />
      <FormField
        name="count"
        label="Пар в день"
        type="number"
        defaultValue={3}
        min={1}
        max={6}
        required
        hint="одна — занятие «за день»"
      />
      <FormField
        name="hours"
        label="Часов в каждой"
        type="number"
        defaultValue={lessonHours.usual}
        min={1}
        max={lessonHours.max}
        required
      />
      <FormField name="room" label="Аудитория" maxLength={40} />
      <FormSelect name="lessonType" label="Вид занятия">
        {lessonTypes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
      <p className="aside-note">Часы сверх плана не ставятся. Незаполненные занятия недели в эти дни уступят место.</p>
    </ActDialog>
  );
}
