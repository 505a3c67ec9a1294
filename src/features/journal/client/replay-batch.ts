import type { CellEditsAnswer } from '../cell-edits';
import { answeredVersion, localIdsOf } from './answered-version';
import { versionOf } from './facts';
import type { JournalEdit, JournalState } from './journal-state';
import { freeIds, isThere, isTyped, putAllBack, wholeValue } from './put-back';
import { renamed } from './renamed';
import { takeAnswer } from './take-answer';
import { conflictTarget } from './take-conflict';
import { keyOf } from './targets';

type KeptBatch = NonNullable<JournalState['inFlight']>;
type Replayed = { next: JournalState; lost: number };

/**
 * The answer to a batch that an earlier opening of the page had sent (T-099): what it wrote and what it met is shown as if
 * it had been sent from here; what was typed after it returns to be sent.
 */
export function replayBatch(
  state: JournalState,
  batch: KeptBatch,
  later: readonly JournalEdit[],
  answer: CellEditsAnswer,
): Replayed {
  const real = (id: number) => answer.refs[`new${id}`] ?? id;
  const versioned = later.map((edit) => ({
    ...edit,
    version: answeredVersion(answer, renamed(edit.target, real)) ?? edit.version,
  }));
  const named = (edits: readonly JournalEdit[], name: (id: number) => number) =>
    edits.map((edit) => ({ ...edit, target: renamed(edit.target, name) }));
  if (isSeen(state, named(batch.sent, real), answer)) {
    const localIds = localIdsOf(answer);
    const objected = new Set(answer.conflicts.map((one) => keyOf(conflictTarget(one, localIds))));
    const undecided = batch.sent.filter(({ target }) => objected.has(keyOf(target)));
    const { next, lost } = putAllBack(state, named([...undecided, ...versioned], real));
    return { next: { ...next, savedAt: answer.savedAt, link: { kind: 'online' } }, lost };
  }
  const free = freeIds(state);
  const refs = Object.entries(answer.refs).map(([ref, id]) => [`new${free(Number(ref.slice('new'.length)))}`, id]);
  const taken = takeHere(
    state,
    { ...batch, sent: named(batch.sent, free) },
    { ...answer, refs: Object.fromEntries(refs) },
  );
  return putAllBack(taken, named(versioned, free));
}

/** Versions never fall, so a page that shows the answered ones was read after the batch was written. */
function isSeen(state: JournalState, sent: readonly JournalEdit[], answer: CellEditsAnswer): boolean {
  const written = sent.filter(
    ({ target }) => target.kind === 'removal' || answeredVersion(answer, target) !== undefined,
  );
  const shows = ({ target }: JournalEdit) =>
    target.kind === 'removal'
      ? !isThere(state, target)
      : versionOf(state, target) >= (answeredVersion(answer, target) ?? 0);
  return written.length > 0 && written.every(shows);
}

/** Shows the batch's values as being on their way, and takes its answer; what flies from this very page is let fly. */
function takeHere(state: JournalState, batch: KeptBatch, answer: CellEditsAnswer): JournalState {
  const { next } = putAllBack(state, batch.sent);
  const sent = batch.sent
    .filter(({ target }) => isThere(next, target))
    .map((edit) => ({ ...edit, value: wholeValue(next, edit) }));
  const pending = new Map(next.pending);
  for (const { target } of sent) if (!isTyped(state, target)) pending.delete(keyOf(target));
  const taken = takeAnswer({ ...next, pending, inFlight: { ...batch, sent } }, answer);
  return { ...taken, inFlight: state.inFlight };
}
