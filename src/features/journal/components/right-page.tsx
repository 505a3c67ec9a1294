'use client';

import { dateRange, fullDate, hours, shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { useInBrowser } from '@/ui/use-in-browser';
import type { JournalState } from '../client/journal-state';
import { takeFromPlan } from '../client/lesson-commands';
import { moveTo } from '../client/move';
import { useJournal, useJournalState } from './journal-context';
import { TopicRow } from './topic-row';

/** The right page of the paper journal. Most screens show it behind a tab, so the server draws its head alone. */
export function RightPage() {
  const section = useJournalState((state) => state.view.section);
  const drawn = useInBrowser();
  return (
    <section className="jg-page jg-right" aria-label="Темы и задания">
      <div className="jg-ph">
        <span className="jg-lb">Преподаватель</span>
        <b>{section.teachers.join(', ')}</b>
        <span className="jg-ph-end">
          {section.planApprovedOn ? `план утверждён ${fullDate(section.planApprovedOn)}` : 'план не утверждён'}
        </span>
      </div>
      {drawn && <Topics />}
    </section>
  );
}

/** Date, hours, topic, homework, when and by whom it was entered. */
function Topics() {
  const { store, timeZone } = useJournal();
  const state = useJournalState((one) => one);
  const { view, lessons, shown, regulation } = state;
  const open = (column: number) =>
    store.set((old) => ({ ...moveTo(old, old.cursor.row, column), panel: 'open', cardFocus: null }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="jg-scroll" tabIndex={0} aria-label="Список занятий">
      <table className="t">
        <colgroup>
          <col className="c-dt" />
          <col className="c-h" />
          <col className="c-tn" />
          <col className="c-ty" />
          <col />
          <col className="c-hw" />
          <col className="c-en" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              Дата
              <br />
              проведения
            </th>
            <th scope="col">Ч</th>
            <th scope="col">
              №<br />
              темы
            </th>
            <th scope="col">Тип</th>
            <th scope="col">Содержание (тема) занятия</th>
            <th scope="col">Домашнее задание</th>
            <th scope="col">Внесено</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => {
            const lesson = lessons[column];
            if (!lesson) return null;
            const month = lessons[column + 1]?.date.slice(0, 7) !== lesson.date.slice(0, 7);
            return (
              <TopicRow
                key={lesson.id}
                lesson={lesson}
                today={view.today}
                type={regulation.lessonTypes.find((one) => one.id === lesson.type)?.short ?? ''}
                endsMonth={month}
                timeZone={timeZone}
                onOpen={() => open(column)}
                onTake={() => store.set((old) => takeFromPlan(old, column))}
              />
            );
          })}
          <tr className="sum">
            <td colSpan={7}>{programWords(state)}</td>
          </tr>
        </tbody>
      </table>
      <Substitutions state={state} />
    </section>
  );
}

function programWords({ view, lessons }: JournalState) {
  const { plannedHours, givenHours } = view.section;
  const without = lessons.filter((lesson) => lesson.date <= view.today && lesson.topic === '');
  const lost = without.reduce((sum, lesson) => sum + lesson.hours, 0);
  return (
    <>
      <b>
        По плану {hours(plannedHours)}, дано {hours(givenHours)}
      </b>
      {lost > 0 ? ` · без темы ${hours(lost)}` : ''}
      <span className="t2">
        {' '}
        · {view.period.name}, {dateRange(view.period.startsOn, view.period.endsOn)},{' '}
        {counted(lessons.length, 'занятие', 'занятия', 'занятий')}
      </span>
    </>
  );
}

function Substitutions({ state }: { state: JournalState }) {
  const { substitutions } = state.view;
  if (substitutions.length === 0) return null;
  return (
    <div className="jg-foot">
      {substitutions.map((one) => (
        <p key={`${one.date} ${one.by}`}>
          <b>Замена</b> {shortDate(one.date)}: {one.by} вместо {one.insteadOf}
          {one.reason || one.order ? ` (${[one.reason, one.order].filter(Boolean).join(', ')})` : ''}
        </p>
      ))}
    </div>
  );
}
