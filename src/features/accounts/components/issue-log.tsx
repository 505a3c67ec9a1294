import { shortDateTime } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import type { IssueLine } from '../accounts-view';

/** Who gave whom a password and when; never the password. */
export function IssueLog({ issues, timeZone }: { issues: readonly IssueLine[]; timeZone: string }) {
  if (issues.length === 0) return <EmptyState title="Листков ещё не выдавали." />;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Когда</th>
          <th scope="col">Кому</th>
          <th scope="col">Что</th>
          <th scope="col">Выдал</th>
          <th scope="col">Ведомость</th>
        </tr>
      </thead>
      <tbody>
        {issues.map(({ id, at, to, opened, by, batch }) => (
          <tr key={id}>
            <td>{shortDateTime(at, timeZone)}</td>
            <td>{to}</td>
            <td>{opened ? 'доступ открыт' : 'пароль заменён'}</td>
            <td data-head="выдал">{by}</td>
            <td data-head="№">{batch}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
