import type { ReactNode } from 'react';
import { type CellDisplay, type CellPart, displayCell } from '@/domain/journal/cell';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import { unpackCell } from '../packed-cells';

type Shown = { className: string; nodes: ReactNode; text: string };
const remembered = new WeakMap<readonly AbsenceCode[], Map<string, Shown>>();

/** How a packed cell looks in its column. Thousands of cells repeat a few hundred packed strings in a few kinds of columns. */
export function shownCell(packed: string, look: string, codes: readonly AbsenceCode[]): Shown {
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
    shown = { className: names.filter(Boolean).join(' '), nodes: nodesOf(display.parts), text: display.text };
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
