import type { Presence } from '@/domain/types';
import { notSaving, type Saving, type Edit as Sent } from '@/features/unsent/client/desk';
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

/** A value on its way or kept, with the version over which it was typed. */
export type DayEdit = Sent<Target, Value>;

export type DayState = Saving<DayEdit> & {
  readonly sheet: DaySheet;
  /** What the server holds, by `cellKey`. */
  readonly base: ReadonlyMap<string, DayCell>;
  /** Typed and not sent, by `factKey`. */
  readonly edits: ReadonlyMap<string, Edit>;
  readonly conflicts: ReadonlyMap<string, DayConflict>;
  readonly cursor: { readonly row: number; readonly column: number };
  readonly typing: string;
  readonly past: readonly (readonly (Edit & { readonly before: Value })[])[];
  readonly notice: { readonly tone: 'refused' | 'done'; readonly text: string } | null;
  readonly dialog: { readonly kind: 'conflict'; readonly key: string } | { readonly kind: 'excuse' } | null;
};

export const cellKey = (lessonId: number, studentId: number) => `${lessonId} ${studentId}`;
export const factKey = ({ kind, lessonId, studentId }: Target) => `${kind} ${lessonId} ${studentId}`;

export function openDay(sheet: DaySheet): DayState {
  const row = Math.max(
    0,
    sheet.rows.findIndex(({ closed }) => closed === null),
  );
  return {
    ...{ sheet, base: baseOf(sheet), edits: new Map(), conflicts: new Map() },
    ...{ cursor: { row, column: 0 }, typing: '', past: [], notice: null, dialog: null, ...notSaving },
  };
}

/** The page was read anew: the server's values are replaced; what was typed stays, over the versions it was typed over. */
export function reread(state: DayState, sheet: DaySheet): DayState {
  if (state.sheet === sheet) return state;
  const unsent = [...state.edits.values(), ...(state.inFlight?.sent.map(({ target }) => target) ?? [])];
  const base = unsent.reduce((known, target) => over(known, target, versionOf(state, target)), baseOf(sheet));
  return { ...state, sheet, base };
}

/** The version that the page has seen of a value; 0: there is none yet. */
export function versionOf({ base }: Pick<DayState, 'base'>, { kind, lessonId, studentId }: Target): number {
  return base.get(cellKey(lessonId, studentId))?.[`${kind}Version`] ?? 0;
}

/** The same values, one of them as if last seen at that version: a newer one of others is then a conflict. */
export function over(base: DayState['base'], target: Target, version: number): Map<string, DayCell> {
  const { kind, lessonId, studentId } = target;
  const key = cellKey(lessonId, studentId);
  const cell = base.get(key);
  const known = new Map(base);
  return cell ? known.set(key, { ...cell, [`${kind}Version`]: version }) : known;
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
function ownValue({ edits, inFlight }: DayState, target: Target): Value | undefined {
  const key = factKey(target);
  return (edits.get(key) ?? inFlight?.sent.find((edit) => factKey(edit.target) === key))?.value;
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
  const flies = (key: string) => state.inFlight?.sent.some(({ target }) => factKey(target) === key);
  const waits = keys.some((key) => state.edits.has(key) || flies(key));
  if (!waits) return null;
  return state.link.kind === 'online' ? 'saving' : 'offline';
}

export function lessonAt({ sheet }: DayState, row: number, column: number): DayLesson | null {
  const cell = sheet.rows[row]?.cells[column];
  return sheet.columns[column]?.lessons.find(({ id }) => id === cell?.lessonId) ?? null;
}

export function waitingCount({ edits, inFlight }: DayState): number {
  return edits.size + (inFlight?.sent.length ?? 0);
}
