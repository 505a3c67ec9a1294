import { numberRange } from '@/texts/format';
import { Section } from '@/ui/section';
import type { JournalProgress } from '../scheme-view';

/** Plan against fact of each journal, and what the year has no lessons left for. */
export function ProgressTable({ progress }: { progress: readonly JournalProgress[] }) {
  return (
    <Section id="progress" title="План и факт" note="академические часы за учебный год">
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">Журнал</th>
            <th scope="col" className="num">
              По нагрузке
            </th>
            <th scope="col" className="num">
              Дано
            </th>
            <th scope="col" className="num">
              Не записано
            </th>
            <th scope="col" className="num">
              Впереди
            </th>
            <th scope="col" className="num">
              Не хватает
            </th>
            <th scope="col">Не будут даны темы</th>
          </tr>
        </thead>
        <tbody>
          {progress.map((journal) => (
            <tr key={journal.sectionId} className={journal.short > 0 || journal.lost.length > 0 ? 'is-bad' : undefined}>
              <th scope="row">
                <a href={`/journal/${journal.sectionId}`}>{journal.label}</a>
              </th>
              <td className="num">{journal.planned}</td>
              <td className="num">{journal.given}</td>
              <td className="num">{journal.unwritten || '–'}</td>
              <td className="num">{journal.ahead || '–'}</td>
              <td className="num">{journal.short || '–'}</td>
              <td>{journal.lost.length === 0 ? 'нет' : `№ ${ranges(journal.lost)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** «3, 5–8» */
function ranges(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const no of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === no - 1) last[1] = no;
    else spans.push([no, no]);
  }
  return spans.map(([from, to]) => numberRange(from, to)).join(', ');
}
