import Link from 'next/link';
import type { ReactNode } from 'react';
import { average as comma } from '@/texts/format';
import { counted } from '@/texts/plural';
import type { GroupMarks, MarksCell, MarksCourse, MarksRow } from '../marks-view';

/** Student × course: averages with debts; every number leads to the marks behind it (principle 5). */
export function MarksTable({ group }: { group: GroupMarks }) {
  return (
    <table className="gm">
      <thead>
        <tr>
          <th scope="col" className="gm-no">
            №
          </th>
          <th scope="col" className="gm-name">
            Фамилия, имя
          </th>
          {group.courses.map(courseHead)}
          <th scope="col" className="gm-sum">
            Средний
          </th>
          <th scope="col" className="gm-sum">
            Долги
          </th>
          <th scope="col" className="gm-sum" title="академических часов">
            Часов пропущено
          </th>
          <th scope="col" className="gm-sum">
            из них неуваж.
          </th>
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row, place) => (
          <StudentRow key={row.studentId} row={row} no={place + 1} group={group} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="gm-no" />
          <th scope="row">По группе</th>
          {group.courses.map(({ courseId, average, debts }) => (
            <td key={courseId} className="gm-cell">
              {comma(average)}
              {debts > 0 && <DebtDots count={debts} />}
            </td>
          ))}
          <td>{comma(group.average)}</td>
          <td>{sum(group.rows, ({ debts }) => debts) || '–'}</td>
          <td>{sum(group.rows, ({ missed }) => missed.total) || '–'}</td>
          <td>{sum(group.rows, ({ missed }) => missed.invalid) || '–'}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function courseHead({ courseId, index, course, journals }: MarksCourse) {
  return (
    <th key={courseId} scope="col" className="gm-course">
      <span className="gm-turn">
        {journals.map(({ sectionId, label }) => (
          <Link key={sectionId} href={`/journal/${sectionId}`} prefetch={false} title={`${index} ${course}`}>
            {index} <span className="gm-title">{label || course}</span>
          </Link>
        ))}
      </span>
    </th>
  );
}

function StudentRow({ row, no, group }: { row: MarksRow; no: number; group: GroupMarks }) {
  const { studentId, name, closed, cells, average, marks, debts, missed } = row;
  const to = (path: string) => (group.diaries ? `/diary/${studentId}${path}` : null);
  return (
    <tr>
      <td className="gm-no">{no}</td>
      <th scope="row" className="gm-name">
        <Linked href={to('')}>{name}</Linked>
        {closed && <span className="sub">{closed}</span>}
      </th>
      {cells.map((cell, place) => {
        const course = group.courses[place];
        if (!course) return null;
        const href = to(`/subjects/${course.courseId}?period=${group.period.id}`);
        return <CourseCell key={course.courseId} cell={cell} href={href ?? journalOf(course)} title={course.course} />;
      })}
      <td className="gm-sum" title={marks || undefined}>
        <Linked href={to(`/subjects?period=${group.period.id}`)}>{comma(average)}</Linked>
      </td>
      <td className={debts > 0 ? 'gm-sum text-red' : 'gm-sum'}>{debts > 0 ? <b>{debts}</b> : '–'}</td>
      <td className="gm-sum">
        {missed.total > 0 ? <Linked href={to(`/absences?period=${group.period.id}`)}>{missed.total}</Linked> : '–'}
      </td>
      <td className={missed.invalid > 0 ? 'gm-sum text-red' : 'gm-sum'}>{missed.invalid || '–'}</td>
    </tr>
  );
}

function CourseCell({ cell, href, title }: { cell: MarksCell; href: string | null; title: string }) {
  const words = cell.marks ? `${title}: ${cell.marks}` : title;
  return (
    <td className={cell.average !== null && cell.average < 250 ? 'gm-cell text-red' : 'gm-cell'} title={words}>
      {cell.average === null ? '' : <Linked href={href}>{comma(cell.average)}</Linked>}
      {cell.debts > 0 && <DebtDots count={cell.debts} />}
    </td>
  );
}

/** One dot a debt, up to three, else their number; in words for a screen reader. */
function DebtDots({ count }: { count: number }) {
  return (
    <span className="gm-debts">
      <span aria-hidden="true">{count <= 3 ? '·'.repeat(count) : `·${count}`}</span>
      <span className="sr-only">, {counted(count, 'долг', 'долга', 'долгов')}</span>
    </span>
  );
}

function Linked({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return children;
  return (
    <Link className="plain" href={href} prefetch={false}>
      {children}
    </Link>
  );
}

function journalOf({ journals }: MarksCourse): string | null {
  const [first] = journals;
  return first ? `/journal/${first.sectionId}` : null;
}

function sum(rows: readonly MarksRow[], of: (row: MarksRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
