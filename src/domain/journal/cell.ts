import { codeOf } from '../attendance/codes';
import { isFailing, markSign } from '../grading/scale';
import type { AbsenceClass, AbsenceCode } from '../regulation/regulation';
import type { AttendanceFact, MarkValue } from '../types';

/** One assignment in a cell, in the order of the lesson's assignments. Required without a value is the dot. */
export type CellMark = { readonly value: MarkValue | null; readonly required: boolean };

export type CellFacts = AttendanceFact & { readonly marks: readonly CellMark[] };

export type CellPart =
  | { readonly kind: 'absence'; readonly lead: ''; readonly text: string; readonly tone: AbsenceClass }
  | { readonly kind: 'mark'; readonly lead: Lead; readonly text: string; readonly tone: 'ink' | 'failing' }
  | { readonly kind: 'dot'; readonly lead: Lead; readonly text: '•'; readonly tone: 'debt' };

/** What separates a part from the one before it: absence, comma, marks with «/»; a dot is set off by a space. */
type Lead = '' | ',' | '/' | ' ';

/** `narrow`: four signs or more are set in the narrow face. */
export type CellDisplay = { readonly text: string; readonly parts: readonly CellPart[]; readonly narrow: boolean };

export const emptyCell: CellDisplay = { text: '', parts: [], narrow: false };

/** How a cell is written: «уп,5», «н •», «5/4» (R-061–R-063; picture 04). The same on screen, in exports and on paper. */
export function displayCell(
  facts: CellFacts,
  codes: readonly AbsenceCode[],
  face: 'symbol' | 'printed' = 'symbol',
): CellDisplay {
  if (facts.presence === null && facts.marks.length === 0) return emptyCell;
  const parts: CellPart[] = [];
  const code = codeOf(facts, codes);
  if (code) parts.push({ kind: 'absence', lead: '', text: code[face], tone: code.class });
  for (const mark of facts.marks) {
    if (mark.value !== null)
      parts.push({
        kind: 'mark',
        lead: leadAfter(parts.at(-1)),
        text: markSign(mark.value),
        tone: isFailing(mark.value) ? 'failing' : 'ink',
      });
    else if (mark.required) parts.push({ kind: 'dot', lead: parts.length === 0 ? '' : ' ', text: '•', tone: 'debt' });
  }
  if (parts.length === 0) return emptyCell;
  let text = '';
  for (const part of parts) text += part.lead + part.text;
  return { text, parts, narrow: text.length >= 4 };
}

function leadAfter(before: CellPart | undefined): Lead {
  if (before === undefined) return '';
  if (before.kind === 'absence') return ',';
  return before.kind === 'dot' ? ' ' : '/';
}
