import { memo, type ReactNode } from 'react';
import { type CellDisplay, type CellPart, displayCell } from '@/domain/journal/cell';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import type { CellFlag } from '../client/cell-flags';
import type { ClosedSpan } from '../journal-view';
import { unpackCell } from '../packed-cells';
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

type Shown = { className: string; nodes: ReactNode };
const remembered = new WeakMap<readonly AbsenceCode[], Map<string, Shown>>();

/** Thousands of cells repeat a few hundred packed strings in a few kinds of columns. */
function shownCell(packed: string, look: string, codes: readonly AbsenceCode[]): Shown {
  let known = remembered.get(codes);
  if (!known || known.size > 3000) {
    known = new Map();
    remembered.set(codes, known);
  }
  const key = `${look}|${packed}`;
  let shown = known.get(key);
  if (!shown) {
    const display = displayCell(unpackCell(packed), codes);
    const names = [look, fill(display), width(display), packed.includes('!') && !look.includes('lt') && 'late'];
    shown = { className: names.filter(Boolean).join(' '), nodes: nodesOf(display.parts) };
    known.set(key, shown);
  }
  return shown;
}

function width({ narrow, text }: CellDisplay): string {
  if (!narrow) return '';
  return text.length > 5 ? 'w x' : 'w';
}

const fills: Readonly<Record<string, string>> = {
  unclassified: 'n',
  unknown: 'n',
  invalid: 'p',
  valid: 'u',
  sick: 'u',
};

function fill({ parts: [first] }: CellDisplay): string {
  return first?.kind === 'absence' ? (fills[first.tone] ?? '') : '';
}

/** Ink of plain marks needs no element; everything that means more has one. Neighbouring texts become one. */
function nodesOf(parts: readonly CellPart[]): ReactNode {
  const nodes: ReactNode[] = [];
  const write = (text: string) => {
    const last = nodes.at(-1);
    if (typeof last === 'string') nodes[nodes.length - 1] = last + text;
    else if (text !== '') nodes.push(text);
  };
  for (const { kind, lead, text, tone } of parts) {
    write(lead);
    const name = kind === 'dot' ? 'd' : kind === 'absence' ? (fills[tone] ?? 'o') : tone === 'failing' ? 'b' : null;
    if (name === null) write(text);
    else
      nodes.push(
        <i key={nodes.length} className={name}>
          {text}
        </i>,
      );
  }
  return nodes.length === 1 ? nodes[0] : nodes;
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
