import Link from 'next/link';
import type { ReactNode } from 'react';
import { hours } from '@/texts/format';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { SelectField } from '@/ui/field';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { LayingView } from '../load-laying';
import { LayAllButton } from './lay-all-button';
import { weekdayHeads } from './week-words';
import './timetable.css';

const kinds = { group: 'группа', teacher: 'преподаватель', room: 'аудитория' } as const;

/** The timetable of a period in all groups: what is laid, what is in conflict, laying all of it. `jobs`: the layings that were begun. */
export function LayingPage({ view, jobs }: { view: LayingView; jobs: ReactNode }) {
  const { period, periods, groups, clashes, mayLay } = view;
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Расписание всех групп</h1>
        <span className="aside-note">{period.label}</span>
      </div>
      <form className="report-form" action="/timetable/laying">
        <SelectField id="laying-period" name="period" label="Период" defaultValue={period.id}>
          {periods.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Показать</Button>
        {mayLay && <LayAllButton period={period} groups={groups.length} />}
      </form>
      {jobs}
      <Section id="clashes" title="Конфликты недели" note={String(clashes.length)}>
        {clashes.length === 0 ? (
          <EmptyState title="Никто не стоит в двух местах сразу, аудитории не делят." />
        ) : (
          <table className="tb tb-cards">
            <caption className="sr-only">Конфликты недели</caption>
            <tbody>
              {clashes.map(({ key, hour, kind, words }) => (
                <tr key={key}>
                  <th scope="row">
                    {weekdayHeads[hour.weekday - 1]}, {hour.classPeriod}-я пара
                  </th>
                  <td>
                    <State kind={kind === 'room' ? 'attention' : 'overdue'}>{kinds[kind]}</State>
                  </td>
                  <td>{words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section id="laid" title="Группы" note="часы плана и занятий в календаре">
        <table className="tb tb-cards tb-hover laying-groups">
          <caption className="sr-only">Группы и их часы</caption>
          <thead>
            <tr>
              <th scope="col">Группа</th>
              <th scope="col" className="num">
                По плану
              </th>
              <th scope="col" className="num">
                В календаре
              </th>
              <th scope="col">Состояние</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow key={group.id} group={group} periodId={period.id} />
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}

function GroupRow({ group, periodId }: { group: LayingView['groups'][number]; periodId: number }) {
  const { id, name, planned, laid } = group;
  return (
    <tr>
      <th scope="row">
        <Link prefetch={false} href={`/timetable/week?group=${id}&period=${periodId}`}>
          {name}
        </Link>
      </th>
      <td className="num" data-head="по плану">
        {hours(planned)}
      </td>
      <td className="num" data-head="в календаре">
        {hours(laid)}
      </td>
      <td>
        <GroupState group={group} />
      </td>
    </tr>
  );
}

function GroupState({ group: { planned, laid, places, unstaffed } }: { group: LayingView['groups'][number] }) {
  if (unstaffed > 0) return <State kind="overdue">дисциплин без преподавателя: {unstaffed}</State>;
  if (places === 0 && planned > 0) return <State kind="overdue">недели ещё нет</State>;
  if (laid < planned) return <State kind="attention">не разложено {hours(planned - laid)}</State>;
  return <State kind="done">разложено</State>;
}
