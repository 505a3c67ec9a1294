import type { Presence } from '@/domain/types';
import type { CellEditsAnswer, EditConflict } from '@/features/journal/cell-edits';
import type { Reply } from '@/features/journal/client/save-queue';
import { replyOf } from '@/features/journal/client/send-batch';
import type { DayCell } from '../day-view';
import {
  type Batch,
  cellKey,
  type DayConflict,
  type DayState,
  type Edit,
  factKey,
  type Target,
  wholeBatch,
} from './day-state';
import { refused } from './write-day';

/** Takes what is typed as one batch under a key of its own; both facts of a cell go together. */
export function takeBatch(state: DayState, key: string): DayState {
  if (state.sent || state.edits.size === 0) return state;
  const cells = [...new Set([...state.edits.values()].map(({ lessonId, studentId }) => cellKey(lessonId, studentId)))];
  const taken = new Set(cells.slice(0, state.limit));
  const edits = [...state.edits.values()].filter((edit) => taken.has(cellKey(edit.lessonId, edit.studentId)));
  const rest = new Map([...state.edits].filter(([, edit]) => !edits.includes(edit)));
  return { ...state, edits: rest, sent: { key, edits, body: bodyOf(state, edits) } };
}

function bodyOf({ base }: DayState, edits: readonly Edit[]): object {
  const list = (kind: Edit['kind']) =>
    edits
      .filter((edit) => edit.kind === kind)
      .map(({ lessonId, studentId, value }) => {
        const cell = base.get(cellKey(lessonId, studentId));
        return { lessonId, studentId, value, version: cell?.[`${kind}Version`] ?? 0 };
      });
  return { presences: list('presence'), reasons: list('reason') };
}

/** Sends a batch; the request outlives the page. Never throws. */
export async function sendBatch(groupId: number, { key, body }: Batch): Promise<Reply> {
  try {
    const response = await fetch(`/api/attendance/${groupId}/cells`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
      keepalive: true,
    });
    return await replyOf(response);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What a reply means: new versions and conflicts, values tried one by one after a refusal, or a pause. */
export function takeReply(state: DayState, batch: Batch, reply: Reply): DayState {
  if (state.sent !== batch) return state;
  switch (reply.kind) {
    case 'saved':
      return takeAnswer({ ...state, sent: null, limit: wholeBatch, link: 'online' }, batch, reply.answer);
    case 'refused': {
      const several = new Set(batch.edits.map(({ lessonId, studentId }) => cellKey(lessonId, studentId))).size > 1;
      if (several) return { ...back(state, batch), limit: 1, link: 'online' };
      return refused({ ...state, sent: null, link: 'online' }, reply.sentence);
    }
    case 'signedOut':
      return refused({ ...back(state, batch), link: 'signedOut' }, reply.sentence);
    case 'unreachable':
      return { ...state, link: 'offline' };
  }
}

/** Values typed since win over those of the batch. */
function back(state: DayState, batch: Batch): DayState {
  const returned = batch.edits.map((edit) => [factKey(edit), edit] as const);
  return { ...state, sent: null, edits: new Map([...returned, ...state.edits]) };
}

function takeAnswer(state: DayState, batch: Batch, answer: CellEditsAnswer): DayState {
  const base = new Map(state.base);
  const wanted = new Map(batch.edits.map((edit) => [factKey(edit), edit.value]));
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
  return { ...state, base, conflicts, savedAt: answer.savedAt };
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
