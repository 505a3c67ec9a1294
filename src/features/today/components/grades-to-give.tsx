import Link from 'next/link';
import { shortDate } from '@/texts/format';
import { Meter } from '@/ui/meter';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import { gradesHref } from '../links';
import type { GradesToGive as Line, TeacherToday } from '../today-view';

/** Period grades of every own journal: how many are given and whether the families see them. */
export function GradesToGive({ grades }: { grades: NonNullable<TeacherToday['grades']> }) {
  return (
    <Section id="grades" title={`Итоговые за ${grades.period}`} note={`до ${shortDate(grades.dueOn)}`}>
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">Группа</th>
            <th scope="col">Дисциплина, контроль</th>
            <th scope="col">Выставлено</th>
            <th scope="col">В дневнике</th>
          </tr>
        </thead>
        <tbody>
          {grades.lines.map((line) => (
            <tr key={line.sectionId}>
              <th scope="row" className="nowrap">
                {line.group}
              </th>
              <td>
                <Link className="plain" href={gradesHref(line.sectionId, line.periodId)} prefetch={false}>
                  {line.course}
                </Link>
              </td>
              <td>
                <Meter value={line.given} max={line.total} label={`Выставлено, ${line.group}, ${line.course}`} />
              </td>
              <td>
                <Shown line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Shown({ line: { given, total, unpublished } }: { line: Line }) {
  if (unpublished) {
    const { state, count, deadline } = unpublished;
    const words = `нет ${count}`;
    return (
      <State kind={state} strong={state !== 'ahead'}>
        {deadline ? `${words}, ${deadline}` : words}
      </State>
    );
  }
  return given >= total ? <State kind="done">готово</State> : '–';
}
