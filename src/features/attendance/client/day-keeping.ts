import type { Keeping } from '@/features/unsent/client/desk';
import { counted } from '@/texts/plural';
import { targetOf } from './day-saving';
import { cellKey, type DayEdit, type DayState, factKey, over, type Target, versionOf } from './day-state';

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
    return {
      batch: inFlight && { key: inFlight.key, body: inFlight.body, sent: inFlight.sent },
      edits: [...typed, ...undecided],
    };
  },
  settle: ({ batch, edits }, answer) => {
    const objected = new Set(answer.conflicts.map(targetOf).flatMap((target) => (target ? [factKey(target)] : [])));
    const sent = (batch?.sent as readonly DayEdit[] | undefined) ?? [];
    const versions = versionsOf(answer);
    const later = (edits as readonly DayEdit[]).map((edit) => ({
      ...edit,
      version: versions.get(factKey(edit.target)) ?? edit.version,
    }));
    return [...sent.filter(({ target }) => objected.has(factKey(target))), ...later];
  },
  isSeen: (state, batch, answer) => {
    const versions = versionsOf(answer);
    const sent = (batch?.sent as readonly DayEdit[] | undefined) ?? [];
    return sent.every(({ target }) => versionOf(state, target) >= (versions.get(factKey(target)) ?? 0));
  },
  restore: (state, kept) => {
    const edits = new Map(state.edits);
    let { base } = state;
    for (const { target, value, version } of kept as readonly DayEdit[]) {
      const cell = base.get(cellKey(target.lessonId, target.studentId));
      if (!cell || cell[target.kind] === value || isTyped(state, target)) continue;
      edits.set(factKey(target), { ...target, value });
      base = over(base, target, version);
    }
    const back = edits.size - state.edits.size;
    if (back === 0) return state;
    const records = counted(back, 'неотправленная запись', 'неотправленные записи', 'неотправленных записей');
    return {
      ...state,
      edits,
      base,
      notice: { tone: 'done', text: `На месте ${records} с прошлого раза, отправляем.` },
    };
  },
};

function versionsOf({ presences, reasons }: Parameters<typeof dayKeeping.settle>[1]): Map<string, number> {
  const list = (kind: Target['kind'], written: typeof reasons) =>
    written.map(({ lessonId, studentId, version }) => [factKey({ kind, lessonId, studentId }), version] as const);
  return new Map([...list('presence', presences), ...list('reason', reasons)]);
}

function isTyped({ edits, inFlight }: DayState, target: Target): boolean {
  const key = factKey(target);
  return edits.has(key) || (inFlight?.sent.some((edit) => factKey(edit.target) === key) ?? false);
}
