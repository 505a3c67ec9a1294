import Link from 'next/link';
import type { LocalDate } from '@/domain/types';
import { daySpan } from '@/texts/day-span';
import { hours, weekdayShort } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { Sign, State } from '@/ui/sign';
import { lessonHref } from '../links';
import type { LessonState, TeacherToday, WeekCell } from '../today-view';

const stateWords: Record<LessonState, string> = {
  done: 'заполнено',
  overdue: 'просрочено',
  attention: 'не всё',
  now: 'идёт',
  ahead: 'впереди',
};
const legend: readonly LessonState[] = ['done', 'overdue', 'attention', 'now', 'ahead'];

type WeekGlanceProps = { week: TeacherToday['week']; today: LocalDate };

/** The teacher's week: which group at which pair and whether the lesson is filled. */
export function WeekGlance({ week: { days, cells, hours: total }, today }: WeekGlanceProps) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || cells.length === 0) return null;
  const pairs = [...new Set(cells.map((cell) => cell.classPeriod))].sort((a, b) => a - b);
  return (
    <Section
      id="week"
      title={`Неделя ${daySpan(first, last)}`}
      note={`${counted(cells.length, 'пара', 'пары', 'пар')}, ${hours(total)}`}
      end={
        <span className="legend">
          {legend.map((state) => (
            <State key={state} kind={state}>
              {stateWords[state]}
            </State>
          ))}
        </span>
      }
    >
      <table className="tb week-table">
        <thead>
          <tr>
            <th scope="col">Пара</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? 'is-today' : undefined}>
                {weekdayShort(day)} {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair}>
              <th scope="row">{pair}</th>
              {days.map((day) => (
                <td key={day} className={day === today ? 'is-today' : undefined}>
                  {cells.filter((cell) => cell.date === day && cell.classPeriod === pair).map(cellLink)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function cellLink(cell: WeekCell) {
  return (
    <Link key={cell.lessonId} href={lessonHref(cell)} prefetch={false} className="nowrap">
      <Sign kind={cell.state} label={stateWords[cell.state]} />
      {cell.group}
    </Link>
  );
}
