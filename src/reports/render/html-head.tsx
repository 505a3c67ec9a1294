import { classNames } from '@/ui/class-names';
import type { ReportColumn } from '../document';

type Sticky = (place: number) => string | false | undefined;

/** Heads of a table: groups over their columns, long titles written upwards. */
export function ReportHead({ columns, sticky }: { columns: readonly ReportColumn[]; sticky: Sticky }) {
  const grouped = columns.some(({ group }) => group);
  const title = (column: ReportColumn, place: number, rows?: number) => (
    <th
      key={`${place} ${column.title}`}
      scope="col"
      rowSpan={rows}
      className={classNames(column.rotated && 'report-rotated', sticky(place)) || undefined}
    >
      <span>{column.title}</span>
    </th>
  );
  if (!grouped) {
    return (
      <thead>
        <tr>{columns.map((column, place) => title(column, place))}</tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        {columns.map((column, place) => {
          if (!column.group) return title(column, place, 2);
          if (columns[place - 1]?.group?.title === column.group.title) return null;
          const span = spanOf(columns, place);
          return (
            <th key={column.group.title} scope="colgroup" colSpan={span} title={column.group.title}>
              {span * column.width < 20 ? column.group.short : column.group.title}
            </th>
          );
        })}
      </tr>
      <tr>{columns.map((column, place) => column.group && title(column, place))}</tr>
    </thead>
  );
}

function spanOf(columns: readonly ReportColumn[], from: number): number {
  const name = columns[from]?.group?.title;
  let span = 1;
  while (columns[from + span]?.group?.title === name && from + span < columns.length) span += 1;
  return span;
}
