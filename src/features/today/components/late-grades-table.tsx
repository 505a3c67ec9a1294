import Link from 'next/link';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import { gradesHref } from '../links';
import type { LateGrades } from '../today-view';

/** Period grades that families should see by now: whose journal it is and how long they have waited. */
export function LateGradesTable({ lines }: { lines: readonly LateGrades[] }) {
  if (lines.length === 0) return null;
  const sum = lines.reduce((total, { count }) => total + count, 0);
  return (
    <Section
      id="late-grades"
      title="Итоговые не опубликованы в срок"
      note={`${counted(sum, 'отметка', 'отметки', 'отметок')} не видно в дневниках`}
    >
      <table className="tb tb-hover">
        <caption className="sr-only">Журналы с неопубликованными итоговыми, дольше ждущие первыми</caption>
        <thead>
          <tr>
            <th scope="col">Группа</th>
            <th scope="col">Дисциплина</th>
            <th scope="col" className="wide-only">
              Преподаватель
            </th>
            <th scope="col" className="num">
              Отметок
            </th>
            <th scope="col">Срок</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ sectionId, periodId, group, course, teachers, count, deadline }) => (
            <tr key={`${sectionId} ${periodId}`}>
              <th scope="row" className="nowrap">
                {group}
              </th>
              <td>
                <Link className="plain" href={gradesHref(sectionId, periodId)} prefetch={false}>
                  {course}
                </Link>
              </td>
              <td className="wide-only">{teachers}</td>
              <td className="num">{count}</td>
              <td>
                <State kind="overdue" strong>
                  {deadline}
                </State>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
