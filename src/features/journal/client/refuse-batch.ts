import { readFact } from './facts';
import { forgetAssignment } from './forget-assignment';
import type { JournalState } from './journal-state';
import { refused } from './notices';
import { keyOf, type Target } from './targets';
import { placeWords } from './undo';
import { putFact } from './write-facts';

/** Puts a refused batch back among the unsent, to be tried in smaller parts: one bad value must not take the others along. */
export function splitBatch(state: JournalState): JournalState {
  const batch = state.inFlight;
  if (!batch) return state;
  const pending = new Map(batch.sent.filter(isSent(batch.body)).map(({ target }) => [keyOf(target), target] as const));
  for (const [key, target] of state.pending) pending.set(key, target);
  return { ...state, inFlight: null, pending };
}

/** Implied reasons ride along without an edit of their own. */
function isSent(body: { reasons?: readonly { lessonId: number; studentId: number }[] | undefined }) {
  return ({ target }: { target: Parameters<typeof keyOf>[0] }) =>
    target.kind !== 'reason' ||
    (body.reasons ?? []).some((one) => one.lessonId === target.lessonId && one.studentId === target.studentId);
}

/**
 * The server said no: its value comes back into the picture with its sentence. What was typed is one step of undo away, so
 * that nobody has to type it again.
 */
export function refuseBatch(state: JournalState, sentence: string): JournalState {
  const batch = state.inFlight;
  if (!batch) return state;
  let next: JournalState = { ...state, inFlight: null };
  const base = new Map(state.base);
  const pending = new Map(state.pending);
  const changes = [];
  const refusedToCreate: (Target & { kind: 'assignment' })[] = [];
  for (const { target } of batch.sent) {
    const key = keyOf(target);
    const known = base.get(key) ?? null;
    const typed = readFact(next, target);
    base.delete(key);
    pending.delete(key);
    if (target.kind === 'assignment' && known === null) {
      refusedToCreate.push(target);
      continue;
    }
    changes.push({ target, before: typed, after: known });
    next = putFact(next, target, known);
  }
  const undo = changes.length > 0 ? [...next.undo, { changes, cursor: next.cursor }] : next.undo;
  const place = batch.sent[0] ? `${placeWords(state, batch.sent[0].target)}: ` : '';
  const back = refusedToCreate.reduce<JournalState>(
    (before, { lessonId, assignmentId }) => forgetAssignment(before, lessonId, assignmentId),
    { ...next, base, pending, undo },
  );
  return refused(back, `${place}${sentence} Ctrl+Z вернёт введённое.`);
}
