import Link from 'next/link';
import { Fragment } from 'react';
import { Sign } from '@/ui/sign';
import type { DayState } from '../client/day-state';
import type { DayColumn } from '../day-view';

/** Pair, time and course of each column; the link opens the journal at this very lesson. */
export function DayHead({ state }: { state: DayState }) {
  const { columns } = state.sheet;
  return (
    <>
      <colgroup>
        <col className="ds-c-no" />
        <col className="ds-c-name" />
        {columns.map(({ classPeriod }) => (
          <col key={classPeriod} className="ds-c-pair" />
        ))}
        <col className="ds-c-hours" />
        <col className="ds-c-why" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">Фамилия, имя</th>
          {columns.map((column, place) => (
            <ColumnHead key={column.classPeriod} column={column} current={state.cursor.column === place} />
          ))}
          <th scope="col">Часов</th>
          <th scope="col" className="ds-why">
            Причина на день и откуда известно
          </th>
        </tr>
      </thead>
    </>
  );
}

function ColumnHead({ column, current }: { column: DayColumn; current: boolean }) {
  return (
    <th scope="col" className={current ? 'ds-hi' : undefined}>
      <b>
        {column.classPeriod}
        {column.time && <span className="ds-time"> · {column.time}</span>}
      </b>
      <span className="ds-course">
        {column.lessons.map((lesson, place) => (
          <Fragment key={lesson.id}>
            {place > 0 && ', '}
            <Link
              href={`/journal/${lesson.sectionId}?lesson=${lesson.id}`}
              prefetch={false}
              title={lesson.course}
              aria-label={`Журнал: ${lesson.title} ${lesson.course}`}
            >
              {lesson.title}
            </Link>
          </Fragment>
        ))}
      </span>
      <span className="ds-state">
        <Sign kind={column.state} />
        {column.words}
      </span>
    </th>
  );
}
