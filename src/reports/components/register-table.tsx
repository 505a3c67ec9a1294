import type { RegisterRow } from '../ledger/load-ledger-form';

/** What was printed of the group: each number opens that very document again. */
export function RegisterTable({ reportId, rows }: { reportId: string; rows: readonly RegisterRow[] }) {
  if (rows.length === 0) return <p className="aside-note">Эту группу ещё не печатали.</p>;
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">Номер</th>
          <th scope="col">Период</th>
          <th scope="col">Напечатана</th>
          <th scope="col">Кто</th>
          <th scope="col" className="num">
            Страниц
          </th>
          <th scope="col">Проверка</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={`/api/reports/${reportId}/pdf?print=${row.code}`} target="_blank" rel="noopener noreferrer">
                {row.number}
              </a>
            </th>
            <td>{row.period}</td>
            <td>{row.printedAt}</td>
            <td>{row.by}</td>
            <td className="num">{row.pages}</td>
            <td>
              <a href={`/verify/${row.code}`}>{row.code}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
