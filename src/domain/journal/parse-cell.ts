import { expandCode } from '../attendance/codes';
import { codeFromText } from '../attendance/typing';
import { isMarkOf } from '../grading/scale';
import type { AbsenceCode } from '../regulation/regulation';
import type { AttendanceFact, GradeScale, MarkValue } from '../types';

/** What a pasted text means. `attendance` null: the text says nothing about it; `marks` in the order written. */
export type ParsedCell = {
  readonly attendance: AttendanceFact | null;
  readonly marks: readonly MarkValue[];
  readonly dots: number;
};

const valueOfSign: Readonly<Record<string, MarkValue>> = {
  5: '5',
  4: '4',
  3: '3',
  2: '2',
  з: 'pass',
  зач: 'pass',
  зачёт: 'pass',
  зачет: 'pass',
  нз: 'fail',
  незач: 'fail',
  незачёт: 'fail',
  незачет: 'fail',
};

/** A mark from text, if the course's scale knows it: «5», «з», «незачёт». */
export function markFromText(text: string, scale: GradeScale): MarkValue | null {
  const value = valueOfSign[text.trim().toLowerCase()];
  return value !== undefined && isMarkOf(value, scale) ? value : null;
}

/** Reads «уп,5», «5/4», «н •» from a spreadsheet; null when any piece of it is not understood. Empty text is an empty cell. */
export function parseCell(text: string, codes: readonly AbsenceCode[], scale: GradeScale): ParsedCell | null {
  let attendance: AttendanceFact | null = null;
  const marks: MarkValue[] = [];
  let dots = 0;
  for (const piece of text.split(/[\s,;/]+/).filter(Boolean)) {
    const mark = markFromText(piece, scale);
    const code = mark === null ? codeFromText(codes, piece) : null;
    if (mark !== null) marks.push(mark);
    else if (code !== null && attendance === null) attendance = expandCode(code, codes);
    else if (piece === '•' || piece === '·' || piece === '.') dots += 1;
    else return null;
  }
  return { attendance, marks, dots };
}
