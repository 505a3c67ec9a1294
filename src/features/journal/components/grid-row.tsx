import { memo, type ReactNode } from 'react';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import type { CellFlag } from '../client/cell-flags';
import type { ClosedSpan } from '../journal-view';
import { shownCell } from './shown-cell';
import { SummaryCells } from './summary-cells';

type GridRowProps = {
  number: number;
  name: string;
  /** Packed cells of all lessons, see packed-cells.ts. */
  cells: string;
  shown: readonly number[];
  /** Class names of the shown columns, joined by «|». */
  looks: string;
  closed: readonly ClosedSpan[];
  flags: readonly CellFlag[] | undefined;
  /** Half a code being typed: `column:text`, empty elsewhere. */
  typing: string;
  /** Texts of the right columns, joined by «|». */
  summary: string;
  codes: readonly AbsenceCode[];
};

/** One student. Everything is a string or a stable object, so that a key press renders one row and not thirty. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { number, name, cells, shown, looks, closed, flags, typing, summary, codes } = props;
  const texts = cells.split('|');
  const classes = looks.split('|');
  const content: ReactNode[] = [];
  for (let place = 0; place < shown.length; place += 1) {
    const column = shown[place] ?? 0;
    const span = closed.find((one) => one.from <= column && column <= one.to);
    if (span) {
      const width = shown.filter((one) => span.from <= one && one <= span.to).length;
      content.push(<ClosedCell key={column} span={span} width={width} look={classes[place + width - 1] ?? ''} />);
      place += width - 1;
      continue;
    }
    const flag = flags?.find((one) => one.column === column);
    const typed = typing !== '' && typing.startsWith(`${column}:`) ? typing.slice(typing.indexOf(':') + 1) : null;
    content.push(cell(column, texts[column] ?? '', classes[place] ?? '', flag, typed, codes));
  }
  return (
    <tr>
      <td className="no">{number}</td>
      <th scope="row">{name}</th>
      {content}
      <SummaryCells summary={summary} flag={flags?.find((one) => one.column >= texts.length)} />
    </tr>
  );
});

function cell(
  column: number,
  packed: string,
  look: string,
  flag: CellFlag | undefined,
  typed: string | null,
  codes: readonly AbsenceCode[],
): ReactNode {
  if (packed === '' && !flag && typed === null) return <td key={column} className={look || undefined} />;
  if (flag?.kind === 'conflict')
    return (
      <td key={column} className={`${look} conf`}>
        {flag.text}
      </td>
    );
  const shown = shownCell(packed, look, codes);
  const className = flag ? `${shown.className} ${flag.kind === 'saving' ? 'sav' : 'uns'}` : shown.className;
  return (
    <td key={column} className={className || undefined}>
      {typed === null ? shown.nodes : <i className="ty">{typed}</i>}
    </td>
  );
}

/** Words that would not fit in the usual face: about 7 px a sign, 30 px a column. */
function isTight(words: string, width: number): boolean {
  return words.length * 7 + 24 > width * 30;
}

function ClosedCell({ span, width, look }: { span: ClosedSpan; width: number; look: string }) {
  const edge = look.includes('ml') ? ' ml' : '';
  return (
    <td colSpan={width} className={`cl${edge}${isTight(span.reason, width) ? ' w' : ''}`} title={span.reason}>
      <span>{span.reason}</span>
    </td>
  );
}
