import type { Edit, Keeping } from '@/features/unsent/client/desk';
import { ownFields } from './batch';
import { readFact, versionOf } from './facts';
import type { FactValue, JournalState } from './journal-state';
import { renamed } from './renamed';
import { keyOf, type Target } from './targets';

/** The grid's half of the queue that outlives the page (T-068, T-102). */
export const journalKeeping: Keeping<JournalState> = {
  marks: ({ pending, inFlight, conflicts }) => [pending, inFlight, conflicts],
  keep: (state) => {
    const { inFlight, pending, conflicts, created } = state;
    const real = (target: Target) => renamed(target, (id) => created[id] ?? id);
    const edits = [...pending.values()].map((target) => typedEdit(state, target));
    // the other's version is known here, its author's name is not kept: over no version the server tells both again
    const undecided = [...conflicts.values()].map(({ target, mine, theirs }) => ({
      ...{ target, version: 0 },
      value: keptValue(target, mine, theirs),
    }));
    return {
      batch: inFlight && {
        ...inFlight,
        sent: inFlight.sent.map(({ target, value, version }) => ({
          ...{ target: real(target), version },
          value: keptValue(target, value, state.base.get(keyOf(target))),
        })),
      },
      edits: [...edits, ...undecided].map((edit) => ({ ...edit, target: real(edit.target) })),
    };
  },
  returning: async () => (await import('./journal-returning')).journalReturning,
};

/** Of a lesson only the fields that were typed: the others are whatever the page finds. */
function keptValue(target: Target, value: FactValue, known: FactValue | undefined): unknown {
  return target.kind === 'lesson' ? ownFields(value, known) : value;
}

function typedEdit(state: JournalState, target: Target): Edit<Target> {
  const value = keptValue(target, readFact(state, target), state.base.get(keyOf(target)));
  return { target, value, version: versionOf(state, target) };
}
