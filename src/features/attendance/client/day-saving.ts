import type { Presence } from '@/domain/types';
import type { CellEditsAnswer, EditConflict } from '@/features/journal/cell-edits';
import type { DayCell } from '../day-view';
import {
  cellKey,
  type DayConflict,
  type DayEdit,
  type DayState,
  type Edit,
  factKey,
  type Target,
  versionOf,
} from './day-state';
import { refused } from './write-day';

/** Takes up to `limit` of the typed values as one batch under a key of its own; absences before their reasons. */
export function takeBatch(state: DayState, key: string, limit: number, at: string): DayState | null {
  if (state.inFlight || state.edits.size === 0) return null;
  const isReason = ({ kind }: Edit) => Number(kind === 'reason');
  const edits = [...state.edits.values()].sort((a, b) => isReason(a) - isReason(b)).slice(0, limit);
  const rest = new Map([...state.edits].filter(([, edit]) => !edits.includes(edit)));
  const sent = edits.map(({ value, ...target }) => ({ target, value, version: versionOf(state, target) }));
  return { ...state, edits: rest, inFlight: { key, at, body: bodyOf(sent), sent } };
}

function bodyOf(sent: readonly DayEdit[]): object {
  const list = (kind: Target['kind']) =>
    sent
      .filter(({ target }) => target.kind === kind)
      .map(({ target: { lessonId, studentId }, value, version }) => ({ lessonId, studentId, value, version }));
  return { presences: list('presence'), reasons: list('reason') };
}

/** A refused batch waits again, to be tried in smaller parts; values typed since win over its own. */
export function splitBatch(state: DayState): DayState {
  const returned = state.inFlight?.sent.map(({ target, value }) => [factKey(target), { ...target, value }] as const);
  return { ...state, inFlight: null, edits: new Map([...(returned ?? []), ...state.edits]) };
}

/** The server said no: its value stands again, with its sentence. */
export function refuseBatch(state: DayState, sentence: string): DayState {
  return refused({ ...state, inFlight: null }, sentence);
}

/** New versions and conflicts. */
export function takeAnswer(state: DayState, answer: CellEditsAnswer): DayState {
  const base = new Map(state.base);
  const wanted = new Map(state.inFlight?.sent.map(({ target, value }) => [factKey(target), value]));
  const put = (target: Target, value: string | null, version: number) => {
    const key = cellKey(target.lessonId, target.studentId);
    const cell = base.get(key);
    if (cell) base.set(key, withFact(cell, target.kind, value, version));
  };
  for (const kind of ['presence', 'reason'] as const) {
    for (const { lessonId, studentId, version } of answer[`${kind}s`]) {
      const target = { kind, lessonId, studentId };
      put(target, wanted.get(factKey(target)) ?? null, version);
    }
  }
  const conflicts = new Map(state.conflicts);
  for (const conflict of answer.conflicts) {
    const target = targetOf(conflict);
    if (!target) continue;
    put(target, conflict.value, conflict.version);
    const mine = wanted.get(factKey(target)) ?? null;
    if (mine !== conflict.value) conflicts.set(factKey(target), { ...target, mine, ...theirsOf(conflict) });
  }
  const link = { kind: 'online' } as const;
  return { ...state, base, conflicts, inFlight: null, savedAt: answer.savedAt, link };
}

/** Taking an absence back drops its reason, as the server does. */
function withFact(cell: DayCell, kind: Target['kind'], value: string | null, version: number): DayCell {
  if (kind === 'reason') return { ...cell, reason: value, reasonVersion: version, note: '' };
  const drops = value !== 'absent' && cell.reason !== null;
  const presence = { ...cell, presence: value as Presence, presenceVersion: version };
  return drops ? { ...presence, reason: null, reasonVersion: cell.reasonVersion + 1, note: '' } : presence;
}

function targetOf({ kind, lessonId, studentId }: EditConflict): Target | null {
  const ours = kind === 'presence' || kind === 'reason';
  return ours && lessonId !== null && studentId !== null ? { kind, lessonId, studentId } : null;
}

function theirsOf({ value, by, at }: EditConflict): Pick<DayConflict, 'theirs' | 'by' | 'at'> {
  return { theirs: value, by, at };
}

/** The choice between two values: the server's stays, or the own one is sent again over the version now known. */
export function resolveConflict(state: DayState, key: string, choice: 'mine' | 'theirs'): DayState {
  const conflict = state.conflicts.get(key);
  if (!conflict) return { ...state, dialog: null };
  const conflicts = new Map([...state.conflicts].filter(([one]) => one !== key));
  const { kind, lessonId, studentId, mine } = conflict;
  const edits = new Map(state.edits);
  if (choice === 'mine') edits.set(key, { kind, lessonId, studentId, value: mine });
  return { ...state, conflicts, edits, dialog: null };
}
