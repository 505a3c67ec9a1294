import type { CellEditsAnswer } from '@/features/journal/cell-edits';
import type { Returning } from '@/features/unsent/client/desk';
import { counted } from '@/texts/plural';
import { takeAnswer } from './day-saving';
import { cellKey, type DayEdit, type DayState, factKey, over, type Target, versionOf } from './day-state';

/** What an earlier opening of the day sheet has left comes back (T-099, T-102). */
export const dayReturning: Returning<DayState> = {
  restore: (state, kept) => putBack(state, kept as readonly DayEdit[]),
  replay: (state, { batch, edits }, answer) => {
    if (!batch) return state;
    const sent = batch.sent as readonly DayEdit[];
    const versions = versionsOf(answer);
    const later = (edits as readonly DayEdit[]).map((edit) => ({
      ...edit,
      version: versions.get(factKey(edit.target)) ?? edit.version,
    }));
    const isSeen = sent.every(({ target }) => versionOf(state, target) >= (versions.get(factKey(target)) ?? 0));
    const written = isSeen ? { ...answer, presences: [], reasons: [] } : answer;
    const taken = takeAnswer({ ...state, inFlight: { ...batch, sent } }, written);
    return putBack({ ...taken, inFlight: state.inFlight }, later);
  },
};

function putBack(state: DayState, kept: readonly DayEdit[]): DayState {
  const edits = new Map(state.edits);
  let { base } = state;
  for (const { target, value, version } of kept) {
    const cell = base.get(cellKey(target.lessonId, target.studentId));
    if (!cell || cell[target.kind] === value || isTyped(state, target)) continue;
    edits.set(factKey(target), { ...target, value });
    base = over(base, target, version);
  }
  const back = edits.size - state.edits.size;
  if (back === 0) return state;
  const records = counted(back, 'запись', 'записи', 'записей');
  const text = `Введённое в прошлый раз на месте и уходит на сервер: ${records}.`;
  return { ...state, edits, base, notice: { tone: 'done', text } };
}

function versionsOf({ presences, reasons }: CellEditsAnswer): Map<string, number> {
  const list = (kind: Target['kind'], written: typeof reasons) =>
    written.map(({ lessonId, studentId, version }) => [factKey({ kind, lessonId, studentId }), version] as const);
  return new Map([...list('presence', presences), ...list('reason', reasons)]);
}

function isTyped({ edits, inFlight }: DayState, target: Target): boolean {
  const key = factKey(target);
  return edits.has(key) || (inFlight?.sent.some((edit) => factKey(edit.target) === key) ?? false);
}
