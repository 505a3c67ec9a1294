import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import type { RequestLine } from '../load-requests';
import './card.css';
import { AcceptButton, DeclineDialog } from './request-acts';

/** Parents' requests that wait: what stood and what is to stand, the answer in the row (R-037). */
export function RequestList({ lines }: { lines: readonly RequestLine[] }) {
  if (lines.length === 0) {
    return (
      <EmptyState title="Заявок нет.">
        Здесь появится то, что родители изменят в дневнике на странице «Данные».
      </EmptyState>
    );
  }
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">Что изменилось</th>
          <th scope="col">Кто просит</th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Link href={`/study/people/${line.studentId}`} prefetch={false}>
                {line.student}
              </Link>
              <span className="sub">{line.group}</span>
            </th>
            <td className="line">
              <RequestChanges line={line} />
            </td>
            <td>{line.source}</td>
            <td className="act">
              {line.mayAccept ? (
                <AcceptButton id={line.id} student={line.student} />
              ) : (
                <State kind="ahead">ждёт учебную часть</State>
              )}{' '}
              <DeclineDialog id={line.id} student={line.student} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** «телефон: было +7 …, станет +7 …» */
export function RequestChanges({ line: { about, changes, text } }: { line: RequestLine }) {
  return (
    <>
      {about && <b>Данные родителя, {about}</b>}
      <ul className="request-changes">
        {changes.map(({ label, before, after }) => (
          <li key={label}>
            {label}: {before && 'было '}
            {before && <del>{before}</del>}
            {before && ', станет '}
            <b>{after || 'убрать'}</b>
          </li>
        ))}
      </ul>
      {text && <span>«{text}»</span>}
    </>
  );
}
