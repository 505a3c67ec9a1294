import { State } from '@/ui/sign';
import type { OwnData } from '../load-own-data';
import type { RequestLine } from '../load-requests';
import './card.css';
import { WithdrawRequest } from './request-acts';
import { RequestForm } from './request-form';
import { RequestChanges } from './request-list';

/** A parent's page: what the college knows, a form to tell what has changed, what came of it. */
export function OwnDataPage({ data }: { data: OwnData }) {
  return (
    <div className="own-data">
      <h1>Данные в колледже</h1>
      <p className="text-text2">Исправьте то, что изменилось: куратор или учебная часть проверит и внесёт.</p>
      <RequestForm studentId={data.studentId} about="student" title={data.childName} stood={data.child} />
      <RequestForm studentId={data.studentId} about="self" title={`${data.ownName} (это вы)`} stood={data.self} />
      {data.requests.length > 0 && (
        <section aria-labelledby="own-requests">
          <div className="day-title">
            <h2 id="own-requests">Что вы просили</h2>
          </div>
          <ul className="own-requests">
            {data.requests.map((line) => (
              <li key={line.id}>
                <RequestChanges line={line} />
                <span className="sub">{line.source}</span>
                <RequestState line={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RequestState({ line }: { line: RequestLine }) {
  switch (line.state) {
    case 'sent':
      return (
        <span className="own-state">
          <State kind="ahead">ждёт ответа</State> <WithdrawRequest id={line.id} about={line.source} />
        </span>
      );
    case 'accepted':
      return <State kind="done">внесено{line.decided && `: ${line.decided}`}</State>;
    case 'declined':
      return <State kind="attention">не внесено: {line.reply}</State>;
    case 'withdrawn':
      return <span className="text-text2">отозвано</span>;
  }
}
