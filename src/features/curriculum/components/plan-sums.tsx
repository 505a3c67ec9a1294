import { assessmentsByYear, planLimits, weeklyHours } from '@/domain/curriculum/check-plan';
import type { PlanLine } from '@/domain/curriculum/plan';
import { cycleSums, semesterSums } from '@/domain/curriculum/plan-sums';
import { yearOfSemester } from '@/domain/curriculum/semester-of';
import { number } from '@/texts/format';
import { Section } from '@/ui/section';
import { cycleWords } from '../finding-words';

type Props = { lines: readonly PlanLine[]; weeks: ReadonlyMap<number, number>; semesters: number };

/** Sums by semester and by cycle, each beside its norm. */
export function PlanSums({ lines, weeks, semesters }: Props) {
  const sums = semesterSums(lines);
  const weekly = weeklyHours(lines);
  const years = assessmentsByYear(lines);
  return (
    <>
      <Section
        id="semester-sums"
        title="По семестрам"
        note={`норма ${planLimits.weekHours} ч в неделю, ${planLimits.exams} экзаменов и ${planLimits.credits} зачётов в год`}
      >
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">Семестр</th>
              <th scope="col" className="num">
                Занятия, ч
              </th>
              <th scope="col" className="num">
                Практика, ч
              </th>
              <th scope="col" className="num">
                Недель
              </th>
              <th scope="col" className="num">
                В неделю, ч
              </th>
              <th scope="col" className="num">
                Экзаменов и зачётов в год
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: semesters }, (_, place) => place + 1).map((semester) => {
              const given = weeks.get(semester) ?? 0;
              const all = weekly.get(semester) ?? 0;
              const year = years.get(yearOfSemester(semester));
              return (
                <tr key={semester} className={given > 0 && all > given * planLimits.weekHours ? 'is-bad' : undefined}>
                  <th scope="row">{semester}</th>
                  <td className="num">{number(sums.get(semester)?.lessons ?? 0)}</td>
                  <td className="num">{number(sums.get(semester)?.practice ?? 0)}</td>
                  <td className="num">{given || '–'}</td>
                  <td className="num">{given > 0 ? number(all / given) : '–'}</td>
                  <td className="num">{semester % 2 === 1 ? `${year?.exams ?? 0} и ${year?.credits ?? 0}` : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
      <CycleSums lines={lines} />
    </>
  );
}

function CycleSums({ lines }: { lines: readonly PlanLine[] }) {
  const cycles = cycleSums(lines);
  const total = cycles.reduce(
    (all, { sums }) => ({ taught: all.taught + sums.taught, whole: all.whole + sums.whole }),
    { taught: 0, whole: 0 },
  );
  return (
    <Section id="cycle-sums" title="По циклам">
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">Цикл</th>
            <th scope="col" className="num">
              Строк
            </th>
            <th scope="col" className="num">
              С преподавателем, ч
            </th>
            <th scope="col" className="num">
              Всего, ч
            </th>
          </tr>
        </thead>
        <tbody>
          {cycles.map(({ cycle, lines: count, sums }) => (
            <tr key={cycle}>
              <td>{cycleWords[cycle]}</td>
              <td className="num">{count}</td>
              <td className="num">{number(sums.taught)}</td>
              <td className="num">{number(sums.whole)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Всего</th>
            <td className="num">{lines.length}</td>
            <td className="num">{number(total.taught)}</td>
            <td className="num">{number(total.whole)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
