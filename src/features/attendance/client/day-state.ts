import type { Presence } from '@/domain/types';
import type { DayCell, DayLesson, DaySheet } from '../day-view';

export type FactKind = 'presence' | 'reason';
/** One value of the day. */
export type Target = { readonly kind: FactKind; readonly lessonId: number; readonly studentId: number };
export type Value = string | null;
export type Edit = Target & { readonly value: Value };

/** Another person's newer value beside the own one; nothing is decided for the person. */
export type DayConflict = Target & {
  readonly mine: Value;
  readonly theirs: Value;
  readonly by: string;
  readonly at: string;
};

export type Batch = { readonly key: string; readonly edits: readonly Edit[]; readonly body: object };

export type DayState = {
  readonly sheet: DaySheet;
  /** What the server holds, by `cellKey`. */
  readonly base: ReadonlyMap<string, DayCell>;
  /** Typed and not sent, by `factKey`. */
  readonly edits: ReadonlyMap<string, Edit>;
  readonly sent: Batch | null;
  /** How many values the next batch may hold: after a refusal they go one by one. */
  readonly limit: number;
  readonly conflicts: ReadonlyMap<string, DayConflict>;
  readonly cursor: { readonly row: number; readonly column: number };
  readonly typing: string;
  readonly past: readonly (readonly (Edit & { readonly before: Value })[])[];
  readonly notice: { readonly tone: 'refused' | 'done'; readonly text: string } | null;
  readonly link: 'online' | 'offline' | 'signedOut';
  readonly savedAt: string | null;
  readonly dialog: { readonly kind: 'conflict'; readonly key: string } | { readonly kind: 'excuse' } | null;
};

export const cellKey = (lessonId: number, studentId: number) => `${lessonId} ${studentId}`;
export const factKey = ({ kind, lessonId, studentId }: Target) => `${kind} ${lessonId} ${studentId}`;
export const wholeBatch = 200;

export function openDay(sheet: DaySheet): DayState {
  const row = Math.max(
    0,
    sheet.rows.findIndex(({ closed }) => closed === null),
  );
  return {
    ...{ sheet, base: baseOf(sheet), edits: new Map(), sent: null, limit: wholeBatch, conflicts: new Map() },
    ...{ cursor: { row, column: 0 }, typing: '', past: [], notice: null, link: 'online', savedAt: null, dialog: null },
  };
}

/** The page was read anew: the server's values are replaced, what was typed stays. */
export function reread(state: DayState, sheet: DaySheet): DayState {
  return state.sheet === sheet ? state : { ...state, sheet, base: baseOf(sheet) };
}

function baseOf(sheet: DaySheet): Map<string, DayCell> {
  const cells = sheet.rows.flatMap(({ studentId, cells: row }) =>
    row.flatMap((cell) => (cell ? [[cellKey(cell.lessonId, studentId), cell] as const] : [])),
  );
  return new Map(cells);
}

/** A cell as the person sees it: own unsent values over those of the server. */
export function shownCell(state: DayState, row: number, column: number): DayCell | null {
  const student = state.sheet.rows[row];
  const cell = student?.cells[column];
  if (!student || !cell) return null;
  const known = state.base.get(cellKey(cell.lessonId, student.studentId)) ?? cell;
  const own = (kind: FactKind) => ownValue(state, { kind, lessonId: cell.lessonId, studentId: student.studentId });
  const presence = own('presence');
  const reason = own('reason');
  const shown = presence === undefined ? known.presence : (presence as Presence);
  return {
    ...known,
    presence: shown,
    reason: shown === 'absent' ? (reason === undefined ? known.reason : reason) : null,
  };
}

/** The own value that is not on the server yet; undefined: there is none. */
function ownValue({ edits, sent }: DayState, target: Target): Value | undefined {
  const key = factKey(target);
  return (edits.get(key) ?? sent?.edits.find((edit) => factKey(edit) === key))?.value;
}

/** Saving, waiting for the net, in conflict, or quiet. */
export function cellFlag(state: DayState, row: number, column: number): 'saving' | 'offline' | 'conflict' | null {
  const student = state.sheet.rows[row];
  const cell = student?.cells[column];
  if (!student || !cell) return null;
  const keys = (['presence', 'reason'] as const).map((kind) =>
    factKey({ kind, lessonId: cell.lessonId, studentId: student.studentId }),
  );
  if (keys.some((key) => state.conflicts.has(key))) return 'conflict';
  const waits = keys.some((key) => state.edits.has(key) || state.sent?.edits.some((edit) => factKey(edit) === key));
  if (!waits) return null;
  return state.link === 'online' ? 'saving' : 'offline';
}

export function lessonAt({ sheet }: DayState, row: number, column: number): DayLesson | null {
  const cell = sheet.rows[row]?.cells[column];
  return sheet.columns[column]?.lessons.find(({ id }) => id === cell?.lessonId) ?? null;
}

export function waitingCount({ edits, sent }: DayState): number {
  return edits.size + (sent?.edits.length ?? 0);
}
