import './group-marks.css';
import Link from 'next/link';
import { usualFallingRule } from '@/domain/forecast/falling';
import { average as comma, hours, monthName } from '@/texts/format';
import { Section } from '@/ui/section';
import { Sparkline } from '@/ui/sparkline';
import type { FallingStudent } from '../falling-students';

type Props = { id: string; students: readonly FallingStudent[] /** Names lead to the diaries. */; diaries: boolean };

const rule =
  `Средний за последние ${usualFallingRule.weeks} недели ниже прежнего на ${comma(usualFallingRule.drop)} и больше ` +
  `или ${usualFallingRule.unexcusedHours} часов без уважительной причины за это время.`;

/** Who falls behind, with the trend by month and why; the rule stands under the table. */
export function FallingTable({ id, students, diaries }: Props) {
  return (
    <Section
      id={id}
      title="Снижаются или пропускают"
      note={students.length > 0 ? 'средний по всем дисциплинам' : 'никого'}
    >
      {students.length > 0 && (
        <table className="tb falling">
          <thead>
            <tr>
              <th scope="col">Студент</th>
              <th scope="col" className="wide-only">
                По месяцам
              </th>
              <th scope="col">Было → стало</th>
              <th scope="col">Хуже всего</th>
            </tr>
          </thead>
          <tbody>{students.map((student) => fallingRow(student, diaries))}</tbody>
        </table>
      )}
      <p className={students.length > 0 ? 'table-rule' : 'done-line aside-note'}>
        {students.length > 0 ? rule : `Никто не снижается. ${rule}`}
      </p>
    </Section>
  );
}

function fallingRow(student: FallingStudent, diaries: boolean) {
  const { studentId, name, months, before, now, change, unexcusedHours, because, worst } = student;
  const trend = months.map(({ month, average }) => `${monthName(month)} ${comma(average)}`).join(', ');
  return (
    <tr key={studentId}>
      <th scope="row">
        {diaries ? (
          <Link className="plain" href={`/diary/${studentId}`} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td className="wide-only">
        <Sparkline values={months.map(({ average }) => average)} range={[200, 500]} label={`Средний: ${trend}`} />
      </td>
      <td>
        {change === null ? (
          'мало отметок'
        ) : (
          <>
            {comma(before)} → <b>{comma(now)}</b>{' '}
            <span className={change < 0 ? 'text-red' : 'text-text2'}>{signed(change)}</span>
          </>
        )}
        {because.includes('absence') && <span className="sub">без уваж. причины {hours(unexcusedHours)}</span>}
      </td>
      <td className="small text-text2">{worst ? `${worst.index}: ${comma(worst.average)}` : '–'}</td>
    </tr>
  );
}

function signed(change: number): string {
  return `${change < 0 ? '−' : '+'}${comma(Math.abs(change))}`;
}
