import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import { fateWords } from '../fate-words';
import type { RunView } from '../import-view';
import type { KeptRow } from '../table-check';

/** Rows as they stand in the file, each with its fate; an error stands in its cell. */
export function RunRows({ view: { rows, columns } }: { view: RunView }) {
  if (rows.length === 0) return <EmptyState title="Таких строк нет." />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard
    <section className="import-rows" aria-label="Строки таблицы" tabIndex={0}>
      <table className="tb tb-hover">
        <thead>
          <tr>
            <th scope="col">Строка</th>
            <th scope="col">Что станет</th>
            {columns.map(({ at, title }) => (
              <th key={at} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.place} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row: { place, fate, cells, errors, notes }, columns }: { row: KeptRow; columns: RunView['columns'] }) {
  const whole = errors.filter(({ column }) => column < 0);
  return (
    <tr className={fate === 'wrong' ? 'is-bad' : undefined}>
      <th scope="row">{place}</th>
      <td>
        <State kind={fateWords[fate].sign}>{fateWords[fate].ahead}</State>
        {notes.map((note) => (
          <span key={note} className="sub">
            {note}
          </span>
        ))}
        {whole.map(({ text }) => (
          <span key={text} className="import-error">
            {text}
          </span>
        ))}
      </td>
      {columns.map(({ at }) => (
        <Cell key={at} text={cells[at] ?? ''} errors={errors.filter(({ column }) => column === at)} />
      ))}
    </tr>
  );
}

function Cell({ text, errors }: { text: string; errors: KeptRow['errors'] }) {
  return (
    <td className={errors.length > 0 ? 'import-wrong' : undefined}>
      {text}
      {errors.map((error) => (
        <span key={error.text} className="import-error">
          {error.text}
        </span>
      ))}
    </td>
  );
}
