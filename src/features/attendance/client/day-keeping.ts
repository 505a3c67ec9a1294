import type { Keeping } from '@/features/unsent/client/desk';
import { type DayState, versionOf } from './day-state';

/** The day sheet's half of the queue that outlives the page (T-068, T-102). */
export const dayKeeping: Keeping<DayState> = {
  marks: ({ edits, inFlight, conflicts }) => [edits, inFlight, conflicts],
  keep: (state) => {
    const { inFlight, edits, conflicts } = state;
    const typed = [...edits.values()].map(({ value, ...target }) => ({
      ...{ target, value },
      version: versionOf(state, target),
    }));
    // the other's version is known here, its author's name is not kept: over no version the server tells both again
    const undecided = [...conflicts.values()].map(({ kind, lessonId, studentId, mine }) => ({
      target: { kind, lessonId, studentId },
      ...{ value: mine, version: 0 },
    }));
    return { batch: inFlight, edits: [...typed, ...undecided] };
  },
  returning: async () => (await import('./day-returning')).dayReturning,
};
