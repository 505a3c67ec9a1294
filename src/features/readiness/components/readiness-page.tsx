import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { roleLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { ButtonAnchor } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Segments } from '@/ui/segments';
import { State } from '@/ui/sign';
import type { ReadinessLine, ReadinessView } from '../readiness-view';
import './readiness.css';

/** The check list of a year: what is there, what is missing, who answers, where it is mended (R-023). */
export function ReadinessPage({ view }: { view: ReadinessView }) {
  const { year, years, lines, ready, due, overdue } = view;
  const left = lines.length - ready;
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Готовность к {year.name} учебному году</h1>
        <span className="text-text2">срок {fullDate(due)}</span>
        <span className="push">
          <ButtonAnchor href={`/reports/year-readiness?year=${year.id}`}>Напечатать</ButtonAnchor>
        </span>
      </div>
      {years.length > 1 && (
        <Segments
          label="Учебный год"
          items={years
            .slice(0, 4)
            .map(({ id, name }) => ({ href: `/study/readiness?year=${id}`, label: name, current: id === year.id }))}
        />
      )}
      <Notice kind={left === 0 ? 'done' : overdue ? 'error' : 'warning'}>
        {left === 0
          ? 'Год подготовлен: всё из списка готово.'
          : `Готово ${ready} из ${lines.length}. ${overdue ? 'Срок прошёл.' : `До срока осталось сделать ${left}.`}`}
      </Notice>
      <table className="tb tb-cards readiness">
        <thead>
          <tr>
            <th scope="col">Что проверяется</th>
            <th scope="col">Состояние</th>
            <th scope="col">Чего не хватает</th>
            <th scope="col">Кто отвечает</th>
            <th scope="col" aria-label="Действия" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { line: ReadinessLine }) {
  const { title, state, total, count, missing, lacks, role, people, href, mayOpen } = line;
  const done = state === 'done';
  return (
    <tr className={state === 'overdue' ? 'is-bad' : undefined}>
      <th scope="row">{title}</th>
      <td>
        <State kind={state} strong={!done}>
          {done ? `готово, ${total}` : total === 0 ? 'ещё ничего нет' : `${total - count} из ${total}`}
        </State>
      </td>
      <td className="line">{!done && count > 0 && <Missing lacks={lacks} count={count} missing={missing} />}</td>
      <td data-head="Отвечает:">
        {roleLabels[role]}
        {people.length > 0 && <span className="sub">{people.join(', ')}</span>}
      </td>
      <td className="act">
        {mayOpen && (
          <Link href={href} prefetch={false}>
            {done ? 'открыть' : 'исправить'}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** A few stand there at once, a long list opens. */
function Missing({ lacks, count, missing }: Pick<ReadinessLine, 'lacks' | 'count' | 'missing'>) {
  const more = count - missing.length;
  const names = `${missing.join('; ')}${more > 0 ? ` и ещё ${more}` : ''}`;
  if (count <= 4) {
    return (
      <>
        {lacks}: {names}
      </>
    );
  }
  return (
    <details>
      <summary>
        {lacks}: {counted(count, 'место', 'места', 'мест')}
      </summary>
      {names}
    </details>
  );
}
