import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import type { MismatchLine } from '../load-mismatches';
import { mismatchLabels } from '../mismatch-words';
import { SettleDialog } from './mismatch-dialog';

/** What curators have told of the lists, and the answers. */
export function MismatchList({ lines }: { lines: readonly MismatchLine[] }) {
  if (lines.length === 0) return <EmptyState title="Сообщений о расхождениях нет." />;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col">О ком и что</th>
          <th scope="col">Кто сообщил</th>
          <th scope="col">Ответ</th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className={line.answer ? undefined : 'is-now'}>
            <th scope="row">{line.group}</th>
            <td className="line">
              {line.student && <b>{line.student}: </b>}
              {mismatchLabels[line.kind]}. {line.text}
            </td>
            <td>{line.source}</td>
            <td className="line">
              {line.answer ? (
                <>
                  <State kind="done">{line.answer.reply}</State>
                  <span className="sub">{line.answer.source}</span>
                </>
              ) : (
                <State kind="ahead">ждёт ответа</State>
              )}
            </td>
            <td className="act">
              {line.maySettle && <SettleDialog id={line.id} about={`${line.group}: ${mismatchLabels[line.kind]}`} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
