import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';
import type { StreamsView } from '../load-view';
import './load.css';
import { LoadNav } from './load-nav';
import { DissolveStream, FormStream } from './stream-buttons';

/** Streams: journals of several groups whose lessons are given together. */
export function StreamsPage({ view }: { view: StreamsView }) {
  const { streams, candidates, mayEnter } = view;
  return (
    <div className="single-wide">
      <Link href="/study" prefetch={false}>
        ‹ Учебная часть
      </Link>
      <div className="day-head">
        <h1>Потоки {view.year.name}</h1>
        {mayEnter && candidates.length > 0 && (
          <span className="push">
            <FormStream candidates={candidates} />
          </span>
        )}
      </div>
      <LoadNav here="/streams" choice={view} />
      {streams.length === 0 ? (
        <EmptyState title="Потоков нет.">
          В поток соединяют журналы разных групп по одной дисциплине у одного преподавателя: занятие у них общее, а часы
          в нагрузке считаются один раз.
        </EmptyState>
      ) : (
        <table className="tb tb-cards">
          <thead>
            <tr>
              <th scope="col">Поток</th>
              <th scope="col">Дисциплина</th>
              <th scope="col">Преподаватель</th>
              <th scope="col">Группы</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {streams.map(({ id, name, course, teacher, groups }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{course}</td>
                <td>{teacher}</td>
                <td>{groups.join(', ')}</td>
                <td className="act">{mayEnter && <DissolveStream streamId={id} name={name} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
