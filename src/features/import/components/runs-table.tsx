import Link from 'next/link';
import { State } from '@/ui/sign';
import type { RunLine } from '../import-view';
import { stateWords } from '../state-words';

/** What was brought, the latest first. */
export function RunsTable({ runs }: { runs: readonly RunLine[] }) {
  return (
    <table className="tb tb-cards tb-hover">
      <caption className="sr-only">Загруженные таблицы, последние первыми</caption>
      <thead>
        <tr>
          <th scope="col">Таблица</th>
          <th scope="col">Состояние</th>
          <th scope="col">Загрузил</th>
          <th scope="col">Когда</th>
          <th scope="col">
            <span className="sr-only">Отчёт</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, title, file, state, said, by, created }) => (
          <tr key={id}>
            <th scope="row">
              {state === 'done' ? (
                title
              ) : (
                <Link href={`/study/import/${id}`} prefetch={false}>
                  {title}
                </Link>
              )}
              <span className="sub">{file}</span>
            </th>
            <td className="line">
              <State kind={stateWords[state].sign}>{stateWords[state].word}</State>
              <span className="sub">{said}</span>
            </td>
            <td data-head="загрузил:">{by}</td>
            <td data-head="когда:">{created}</td>
            <td className="act">
              {state === 'done' && (
                <a href={`/api/study/import/report/${id}/xlsx`} download>
                  Отчёт
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
