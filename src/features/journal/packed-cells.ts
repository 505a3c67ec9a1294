import type { MarkValue, Presence } from '@/domain/types';

/** One mark slot of a cell; `version` 0 means that no row exists yet. */
export type CellMark = {
  assignment: number;
  value: MarkValue | null;
  required: boolean;
  version: number;
  late: boolean;
};

/** The facts of one cell (student × lesson) with their versions; an empty cell has versions 0 and no marks. */
export type CellFacts = {
  presence: Presence;
  presenceVersion: number;
  presenceLate: boolean;
  reason: string | null;
  reasonVersion: number;
  marks: CellMark[];
};

const presenceLetters = { absent: 'a', late: 'l' } as const;
const valueLetters: Record<MarkValue, string> = { '5': '5', '4': '4', '3': '3', '2': '2', pass: 'p', fail: 'f' };
const values: Record<string, MarkValue> = { '5': '5', '4': '4', '3': '3', '2': '2', p: 'pass', f: 'fail' };

export const emptyCell: CellFacts = {
  presence: null,
  presenceVersion: 0,
  presenceLate: false,
  reason: null,
  reasonVersion: 0,
  marks: [],
};

/**
 * Packs a cell: attendance `a1!` (letter, version, `!` entered late), reason `~valid2` (code id, version), each mark
 * `/05r1!` (assignment index in base 36, value or `n`, `r` when required, version, late). An empty cell is ''.
 */
export function packCell(cell: CellFacts): string {
  if (cell === emptyCell) return '';
  let text = '';
  if (cell.presenceVersion > 0) {
    text += `${cell.presence ? presenceLetters[cell.presence] : 'x'}${cell.presenceVersion}${cell.presenceLate ? '!' : ''}`;
  }
  if (cell.reasonVersion > 0) text += `~${cell.reason ?? ''}${cell.reasonVersion}`;
  for (const mark of cell.marks) {
    const value = mark.value ? valueLetters[mark.value] : 'n';
    text += `/${mark.assignment.toString(36)}${value}${mark.required ? 'r' : ''}${mark.version}${mark.late ? '!' : ''}`;
  }
  return text;
}

/** The row string: cells in column order joined by `|`. */
export function packRow(cells: readonly CellFacts[]): string {
  return cells.map(packCell).join('|');
}

const attendancePattern = /^(?:([alx])(\d+)(!?))?(?:~([a-zA-Z]*)(\d+))?/;
const markPattern = /^([0-9a-z])([5432pfn])(r?)(\d+)(!?)$/;

/** @throws Error on a string that `packCell` did not make. */
export function unpackCell(text: string): CellFacts {
  if (text === '') return emptyCell;
  const [attendance = '', ...marks] = text.split('/');
  const match = attendancePattern.exec(attendance);
  if (!match || match[0] !== attendance) throw new Error('malformed cell');
  return {
    presence: match[1] === 'a' ? 'absent' : match[1] === 'l' ? 'late' : null,
    presenceVersion: Number(match[2] ?? 0),
    presenceLate: match[3] === '!',
    reason: match[4] || null,
    reasonVersion: Number(match[5] ?? 0),
    marks: marks.map(unpackMark),
  };
}

function unpackMark(text: string): CellMark {
  const match = markPattern.exec(text);
  if (!match) throw new Error('malformed mark');
  return {
    assignment: Number.parseInt(match[1] ?? '0', 36),
    value: values[match[2] ?? ''] ?? null,
    required: match[3] === 'r',
    version: Number(match[4]),
    late: match[5] === '!',
  };
}

export function unpackRow(row: string): CellFacts[] {
  return row.split('|').map(unpackCell);
}
