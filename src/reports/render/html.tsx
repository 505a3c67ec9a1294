import { classNames } from '@/ui/class-names';
import { cellText } from '../cell-text';
import type { Cell, ReportBlock, ReportDocument, ReportTable } from '../document';
import { ReportHead } from './html-head';

/** The report as its page shows it: the same blocks and cells as on paper. */
export function ReportView({ document }: { document: ReportDocument }) {
  return (
    <article className="report-view" aria-label={document.title}>
      <p className="aside-note">{document.organisation}</p>
      <h2>{document.title}</h2>
      <p>{document.subtitle}</p>
      {document.blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place
        <Block key={place} block={block} />
      ))}
      <p className="aside-note">{document.asOf}</p>
    </article>
  );
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'note':
      return <p className="report-note">{block.text}</p>;
    case 'keyValues':
      return (
        <dl className="report-facts">
          {block.items.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{cellText(value)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table table={block} />;
    case 'signatures':
      return (
        <ul className="report-signatures">
          {block.items.map(({ role, name }) => (
            <li key={`${role} ${name}`}>
              {role} <span className="report-hand" /> {name}
            </li>
          ))}
        </ul>
      );
    case 'pageBreak':
      return <hr className="report-break" />;
  }
}

function Table({ table: { title, columns, rows, totals } }: { table: ReportTable }) {
  const sticky = (place: number) => columns[place]?.sticky && `report-sticky report-sticky-${place}`;
  const line = (row: readonly Cell[]) =>
    columns.map(({ align }, place) => {
      const cell = row[place] ?? null;
      const look = classNames(align === 'left' && 'report-left', cell?.strong && 'report-strong', sticky(place));
      const key = place;
      if (place === 1 && align === 'left') {
        return (
          <th key={key} scope="row" className={look}>
            {cellText(cell)}
          </th>
        );
      }
      return (
        <td key={key} className={look || undefined}>
          {cellText(cell)}
        </td>
      );
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="report-scroll" aria-label={title || 'Таблица'} tabIndex={0}>
      <table className="report-table">
        {title !== '' && <caption>{title}</caption>}
        <ReportHead columns={columns} sticky={sticky} />
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report stand where they stand
            <tr key={place}>{line(row)}</tr>
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot>
            {totals.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report stand where they stand
              <tr key={place}>{line(row)}</tr>
            ))}
          </tfoot>
        )}
      </table>
    </section>
  );
}
