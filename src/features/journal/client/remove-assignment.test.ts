import { describe, expect, it } from 'vitest';
import type { CellEditsAnswer } from '../cell-edits';
import { takeBatch } from './batch';
import type { JournalState } from './journal-state';
import { refuseBatch } from './refuse-batch';
import { removeAssignment } from './remove-assignment';
import { takeAnswer } from './take-answer';
import { resolveConflict } from './take-conflict';
import { madeLesson, madeRow, madeState, madeView } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

const at = '2026-12-18T06:42:08.000Z';
const nothing: CellEditsAnswer = {
  ...{ savedAt: at, refs: {}, assignments: [], removals: [], lessons: [], presences: [], reasons: [], marks: [] },
  ...{ homework: [], grades: [], conflicts: [] },
};
const task = (id: number, title: string) => ({ id, type: 'lab', title, required: true, dueOn: null, version: 4 });

/** Today's lesson with two works: a dot for the first one in both rows, a mark for the second in the first row. */
function start(): JournalState {
  const lesson = madeLesson(2, 18, { assignments: [task(5, 'ЛР 1'), task(6, 'ЛР 2')] });
  const rows = [madeRow(1, '/0nr1/151'), madeRow(2, '/0nr1')];
  return madeState(madeView(2, { lessons: [lesson], rows }));
}
const send = (state: JournalState) => takeBatch(state, 'key-00000001', 400, at);
const titles = (state: JournalState) => state.lessons[0]?.assignments.map(({ title }) => title);

describe('an assignment made by mistake', () => {
  it('is asked for with its version and leaves the page, dots and all, when the server has taken it out', () => {
    expect(shownColumn(start(), 0)).toEqual(['• 5', '•']);
    const asked = removeAssignment(start(), 2, 5);
    expect(titles(asked)).toEqual(['ЛР 1', 'ЛР 2']);
    const sent = send(asked);
    expect(sent?.inFlight?.body).toEqual({
      sectionId: 9,
      removals: [{ lessonId: 2, assignment: 5, version: 4 }],
    });
    const after = takeAnswer(sent ?? asked, { ...nothing, removals: [5] });
    expect(titles(after)).toEqual(['ЛР 2']);
    expect(shownColumn(after, 0)).toEqual(['5', '']);
    expect([after.pending.size, after.base.size, after.removing.size, after.undo.length]).toEqual([0, 0, 0, 0]);
  });

  it('takes with it the steps of undo that speak of it', () => {
    const dotless = typed(start(), 'ArrowDown', '.');
    const saved = takeAnswer(send(dotless) ?? dotless, nothing);
    const asked = removeAssignment(saved, 2, 5);
    const after = takeAnswer(send(asked) ?? asked, { ...nothing, removals: [5] });
    expect(typed(after, 'Ctrl+Z').notice?.text).toBe('Отменять нечего.');
  });

  it('with marks is refused here already, in words that say what to do', () => {
    const state = removeAssignment(start(), 2, 6);
    expect(state.pending.size).toBe(0);
    expect(state.notice?.text).toBe(
      'За задание «ЛР 2» стоят отметки: 1. Уберите их из клеток, тогда его можно удалить.',
    );
  });

  it('that nobody has sent yet leaves at once', () => {
    const state = typed(madeState(), '.');
    expect(state.lessons[1]?.assignments).toHaveLength(1);
    const after = removeAssignment(state, 2, state.lessons[1]?.assignments[0]?.id ?? 0);
    expect(after.lessons[1]?.assignments).toEqual([]);
    expect(shownColumn(after, 1)[0]).toBe('');
    expect(after.pending.size).toBe(0);
  });

  it('that is on its way is taken out after it has got its id', () => {
    const flying = send(typed(madeState(), '.'));
    if (!flying) throw new Error('nothing to send');
    const asked = removeAssignment(flying, 2, -1);
    expect(asked.lessons[1]?.assignments).toHaveLength(1);
    const known = takeAnswer(asked, { ...nothing, refs: { 'new-1': 77 }, assignments: [{ id: 77, version: 1 }] });
    expect(send(known)?.inFlight?.body.removals).toEqual([{ lessonId: 2, assignment: 77, version: 1 }]);
  });

  it('waits until what is unsent of it is written', () => {
    const asked = removeAssignment(typed(start(), 'ArrowDown', '.'), 2, 5);
    const first = send(asked);
    expect(first?.inFlight?.body.removals).toBeUndefined();
    expect(send(takeAnswer(first ?? asked, nothing))?.inFlight?.body.removals).toHaveLength(1);
  });

  it('stays when the server refuses, with the server’s sentence', () => {
    const asked = removeAssignment(start(), 2, 5);
    const after = refuseBatch(send(asked) ?? asked, 'За задание уже есть отметки.');
    expect(titles(after)).toEqual(['ЛР 1', 'ЛР 2']);
    expect([after.removing.size, after.pending.size]).toEqual([0, 0]);
    expect(after.notice?.text).toContain('За задание уже есть отметки.');
  });

  it('that another has changed is a conflict; it may be removed all the same', () => {
    const asked = removeAssignment(start(), 2, 5);
    const conflict = { kind: 'removal', lessonId: 2, studentId: null, assignmentId: 5, version: 5 } as const;
    const theirs = { ...conflict, value: 'ЛР 1а', required: false, by: 'Иванов И.', at };
    const met = takeAnswer(send(asked) ?? asked, { ...nothing, conflicts: [theirs] });
    expect(titles(met)).toEqual(['ЛР 1а', 'ЛР 2']);
    const [key = ''] = met.conflicts.keys();
    expect(met.conflicts.get(key)).toMatchObject({ by: 'Иванов И.', at });
    expect(resolveConflict(met, key, 'theirs').pending.size).toBe(0);
    const again = resolveConflict(met, key, 'mine');
    expect(send(again)?.inFlight?.body.removals).toEqual([{ lessonId: 2, assignment: 5, version: 5 }]);
  });
});
