import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveQueue } from '@/features/unsent/client/save-queue';
import type { Reply } from '@/features/unsent/client/send';
import { createStore } from '@/features/unsent/client/store';
import type { CellEditsAnswer, CellEditsInput } from '../cell-edits';
import { cellEdits } from '../cell-edits';
import { journalDesk } from './journal-desk';
import { resolveConflict } from './take-conflict';
import { madeState } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

const nothing: CellEditsAnswer = {
  savedAt: '2026-12-18T06:42:08.000Z',
  refs: {},
  assignments: [],
  removals: [],
  lessons: [],
  presences: [],
  reasons: [],
  marks: [],
  homework: [],
  grades: [],
  conflicts: [],
};

/** A server that writes whatever comes and raises every version by one. */
function written(body: CellEditsInput): CellEditsAnswer {
  let fresh = 70;
  const refs: Record<string, number> = {};
  const idOf = (ref: number | { ref: string }) => {
    if (typeof ref === 'number') return ref;
    refs[ref.ref] ??= ++fresh;
    return refs[ref.ref] ?? 0;
  };
  const next = <T extends { version: number }>(edit: T) => ({ ...edit, version: edit.version + 1 });
  return {
    ...nothing,
    assignments: (body.assignments ?? []).map((edit) => ({ id: idOf(edit.assignment), version: edit.version + 1 })),
    presences: (body.presences ?? []).map((edit) => ({ ...next(edit), late: false })),
    reasons: (body.reasons ?? []).map(next),
    marks: (body.marks ?? []).map((edit) => ({ ...next(edit), assignmentId: idOf(edit.assignment), late: false })),
    lessons: (body.lessons ?? []).map((edit) => ({ ...next(edit), enteredAt: nothing.savedAt, late: false })),
    refs,
  };
}

type Sent = { body: CellEditsInput; key: string };

function workplace(answer: (body: CellEditsInput, sent: Sent[]) => Reply | Promise<Reply>) {
  const store = createStore(madeState());
  let keys = 0;
  const sent: Sent[] = [];
  const queue = createSaveQueue({
    store,
    desk: journalDesk(9, 7),
    send: async (raw, key) => {
      cellEdits.parse(raw);
      const body = raw as CellEditsInput;
      sent.push({ body, key });
      return answer(body, sent);
    },
    newKey: () => `key-${++keys}`,
    now: () => Date.now(),
  });
  const type = (...names: string[]) => {
    store.set((state) => typed(state, ...names));
    queue.touch();
  };
  const choose = (choice: 'mine' | 'theirs') => {
    const [key = ''] = store.get().conflicts.keys();
    store.set((state) => resolveConflict(state, key, choice));
    queue.touch();
  };
  return { queue, sent, type, choose, state: store.get, column: () => shownColumn(store.get(), 1) };
}

const saved = (body: CellEditsInput): Reply => ({ kind: 'saved', answer: written(body) });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  it('gathers what is typed within 400 ms into one batch with versions', async () => {
    const { sent, type, state } = workplace(saved);
    type('5', '4');
    type('н');
    await vi.advanceTimersByTimeAsync(400);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({
      assignments: [{ lessonId: 2, assignment: { ref: 'new-1' }, version: 0, taskType: 'answer' }],
      marks: [
        { studentId: 101, value: '5', version: 0 },
        { studentId: 102, value: '4' },
      ],
      presences: [{ studentId: 103, value: 'absent', version: 0 }],
    });
    expect(state()).toMatchObject({ inFlight: null, savedAt: nothing.savedAt });
    expect([state().pending.size, state().base.size]).toEqual([0, 0]);
  });
  it('uses the id of the assignment that it created, and the new versions', async () => {
    const { sent, type } = workplace(saved);
    type('5', 'ArrowUp');
    await vi.advanceTimersByTimeAsync(400);
    type('4', '3');
    await vi.advanceTimersByTimeAsync(400);
    expect(sent[1]?.body.marks).toMatchObject([
      { assignment: 71, studentId: 101, value: '4', version: 1 },
      { assignment: 71, studentId: 102, value: '3', version: 0 },
    ]);
    expect(sent[1]?.body.assignments).toBeUndefined();
  });
  it('sends only the changed fields of a lesson', async () => {
    const { sent, type } = workplace(saved);
    type('Insert');
    await vi.advanceTimersByTimeAsync(400);
    expect(sent[0]?.body.lessons).toEqual([
      { lessonId: 2, version: 3, topic: 'Тема 2', homework: '§ 2', homeworkDueOn: '2026-12-22', plannedTopicId: 502 },
    ]);
  });
  it('keeps what is typed while a batch is on its way for the next one', async () => {
    const { sent, type, state, column } = workplace(saved);
    type('н');
    await vi.advanceTimersByTimeAsync(399);
    vi.advanceTimersByTime(1);
    type('Delete');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ body }) => body.presences?.[0])).toMatchObject([
      { value: 'absent', version: 0 },
      { value: null, version: 1 },
    ]);
    expect(column()[0]).toBe('');
    expect(state().pending.size).toBe(0);
  });
});

describe('T-084, T-099 no answer', () => {
  it('sends the same body under the same key until somebody answers', async () => {
    const { sent, type, state } = workplace((body, all) => (all.length < 3 ? { kind: 'unreachable' } : saved(body)));
    type('5');
    await vi.advanceTimersByTimeAsync(400);
    expect(state().link.kind).toBe('offline');
    type('4');
    await vi.advanceTimersByTimeAsync(1000);
    await vi.advanceTimersByTimeAsync(2100);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
    expect(sent[2]?.body).toEqual(sent[0]?.body);
    expect(state()).toMatchObject({ link: { kind: 'online' }, inFlight: null });
  });
  it('T-102 T-093 forty cells typed in ten minutes without an answer arrive once, in order', async () => {
    let isDown = true;
    const { sent, type, state } = workplace((body) => (isDown ? { kind: 'unreachable' } : saved(body)));
    for (let cell = 0; cell < 20; cell++) {
      type('5');
      await vi.advanceTimersByTimeAsync(15_000);
    }
    type('ArrowLeft');
    for (let cell = 0; cell < 20; cell++) {
      type('4', 'ArrowUp', 'ArrowUp');
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(state().link.kind).toBe('offline');
    isDown = false;
    await vi.advanceTimersByTimeAsync(31_000);
    const arrived = new Map(sent.map(({ key, body }) => [key, body]));
    expect([...arrived.values()].flatMap(({ marks = [] }) => marks)).toHaveLength(40);
    expect([state().pending.size, state().base.size, state().link.kind]).toEqual([0, 0, 'online']);
  });
  it('T-102 says within three seconds that nobody answers, and takes a late answer all the same', async () => {
    let answer: (reply: Reply) => void = () => {};
    const { type, state, queue } = workplace(() => new Promise<Reply>((resolve) => (answer = resolve)));
    type('н');
    await vi.advanceTimersByTimeAsync(3000);
    expect(state().link.kind).toBe('offline');
    answer({ kind: 'saved', answer: nothing });
    await vi.advanceTimersByTimeAsync(0);
    expect(state().link.kind).toBe('online');
    queue.lose();
    expect(state().link.kind).toBe('offline');
    queue.flush();
    expect(state().link.kind).toBe('online');
  });
  it('keeps everything when the sign-in has ended', async () => {
    const { type, state } = workplace(() => ({ kind: 'signedOut', sentence: 'Вход закончился.' }));
    type('5');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state().link.kind).toBe('signedOut');
    expect(state().inFlight).not.toBeNull();
  });
});

describe('refusals', () => {
  it('take back the one bad value and save the others', async () => {
    const bad = (body: CellEditsInput) => body.presences?.some((edit) => edit.studentId === 102);
    const { type, state, column } = workplace((body) =>
      bad(body) ? { kind: 'refused', sentence: 'Строка закрыта.' } : saved(body),
    );
    type('н', 'ArrowDown', 'н', 'ArrowDown', 'н');
    await vi.advanceTimersByTimeAsync(2000);
    expect(column().slice(0, 3)).toEqual(['н', '', 'н']);
    expect(state().notice?.text).toContain('Строка закрыта.');
    type('Ctrl+Z');
    expect(column().slice(0, 3)).toEqual(['н', 'н', 'н']);
  });
});

describe('T-083 conflicts', () => {
  const conflict = {
    kind: 'presence' as const,
    lessonId: 2,
    studentId: 101,
    assignmentId: null,
    version: 4,
    value: 'late',
    required: false,
    by: 'Ганеева Л. Р.',
    at: '2026-12-18T06:40:00.000Z',
  };
  const once = (body: CellEditsInput, all: Sent[]): Reply =>
    all.length === 1 ? { kind: 'saved', answer: { ...nothing, conflicts: [conflict] } } : saved(body);

  it('show the other value and keep mine beside it', async () => {
    const { type, state, column } = workplace(once);
    type('н');
    await vi.advanceTimersByTimeAsync(400);
    expect(column()[0]).toBe('оп');
    expect([...state().conflicts.values()]).toMatchObject([{ mine: 'absent', theirs: 'late', by: 'Ганеева Л. Р.' }]);
  });
  it('send mine again on the version just seen when I say so', async () => {
    const { sent, type, choose, state, column } = workplace(once);
    type('н');
    await vi.advanceTimersByTimeAsync(400);
    choose('mine');
    await vi.advanceTimersByTimeAsync(400);
    expect(sent[1]?.body.presences).toMatchObject([{ value: 'absent', version: 4 }]);
    expect(state().conflicts.size).toBe(0);
    expect(column()[0]).toBe('н');
  });
  it('send nothing when I keep theirs', async () => {
    const { sent, type, choose } = workplace(once);
    type('н');
    await vi.advanceTimersByTimeAsync(400);
    choose('theirs');
    await vi.advanceTimersByTimeAsync(4000);
    expect(sent).toHaveLength(1);
  });
});
