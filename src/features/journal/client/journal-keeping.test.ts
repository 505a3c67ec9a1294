import { describe, expect, it } from 'vitest';
import type { Unsent } from '@/features/unsent/client/desk';
import type { CellEditsAnswer } from '../cell-edits';
import { journalDesk } from './journal-desk';
import { journalKeeping } from './journal-keeping';
import { journalReturning } from './journal-returning';
import type { JournalState } from './journal-state';
import { madeState } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

const desk = journalDesk(9, 7);
const { keep } = journalKeeping;
const { restore, replay } = journalReturning;
const answer = (parts: Partial<CellEditsAnswer>): CellEditsAnswer => ({
  ...{ savedAt: '2026-12-18T06:42:08.000Z', refs: {}, assignments: [], removals: [], lessons: [], presences: [] },
  ...{ reasons: [], marks: [], homework: [], grades: [], conflicts: [], ...parts },
});
const taken = (state: JournalState) => desk.take(state, 'key-1', 400, '2026-12-18T06:40:00.000Z') ?? state;
/** Through the browser's store and back. */
const stored = (unsent: Unsent): Unsent => structuredClone(unsent);

describe('T-102 the grid outlives its page', () => {
  it('everything typed comes back and is sent as it would have been', () => {
    const before = typed(madeState(), '5', '4', 'н', 'Insert');
    const after = restore(madeState(), stored(keep(before)).edits);
    expect(shownColumn(after, 1)).toEqual(shownColumn(before, 1));
    expect(taken(after).inFlight?.body).toEqual(taken(before).inFlight?.body);
    expect(after.notice?.text).toMatch(/уходит на сервер: \d.запис/);
  });

  it('of a lesson only what was typed is kept: what others have done to the rest stays', () => {
    const kept = stored(keep(typed(madeState(), 'Insert')));
    const opened = madeState();
    const lessons = opened.lessons.map((lesson) => (lesson.id === 2 ? { ...lesson, attendanceTaken: true } : lesson));
    const after = restore({ ...opened, lessons }, kept.edits);
    expect(taken(after).inFlight?.body.lessons?.[0]).not.toHaveProperty('attendanceTaken');
    expect(after.lessons[1]).toMatchObject({ topic: 'Тема 2', attendanceTaken: true });
  });

  it('T-099 a newer value of others meets the version at which mine was typed', () => {
    const kept = stored(keep(typed(madeState(), 'н')));
    const opened = madeState();
    const target = { kind: 'presence', lessonId: 2, studentId: 101 } as const;
    const newer = restore(opened, [{ target, value: 'late', version: 6 }]);
    const loaded = { ...newer, pending: new Map(), base: new Map() };
    expect(taken(restore(loaded, kept.edits)).inFlight?.body.presences).toMatchObject([
      { value: 'absent', version: 0 },
    ]);
  });

  it('what the server has already, and what is typed here already, is left alone', () => {
    const kept = stored(keep(typed(madeState(), 'н'))).edits;
    const loaded = { ...restore(madeState(), kept), pending: new Map(), base: new Map(), notice: null };
    expect(restore(loaded, kept).pending.size).toBe(0);
    const here = typed(madeState(), 'о', 'п');
    expect(shownColumn(restore(here, kept), 1)[0]).toBe('оп');
  });

  it('new assignments keep clear of those made since; lost lessons are said', () => {
    const kept = stored(keep(typed(madeState(), '5'))).edits;
    const here = restore(typed(madeState(), 'ArrowDown', '4'), kept);
    expect(here.lessons[1]?.assignments.map(({ id }) => id)).toEqual([-1, -2]);
    expect(taken(here).inFlight?.body.marks).toHaveLength(2);
    const gone = restore({ ...madeState(), lessons: [] }, kept);
    expect(gone.notice).toMatchObject({ tone: 'refused', text: expect.stringContaining('нет места') });
  });
});

describe('T-099 a batch whose answer was lost', () => {
  const before = taken(typed(madeState(), '5'));
  const later = typed(before, '4', 'н');
  const created = answer({
    refs: { 'new-1': 71 },
    assignments: [{ id: 71, version: 1 }],
    marks: [{ assignmentId: 71, studentId: 101, version: 1, late: false, value: '5', required: false }],
  });

  it('keeps its key and body; its values are shown, what was typed after it goes on with the answered ids', () => {
    const kept = stored(keep(later));
    expect(kept.batch).toMatchObject({ key: 'key-1', body: before.inFlight?.body });
    const after = replay(madeState(), kept, created);
    expect(shownColumn(after, 1).slice(0, 3)).toEqual(['5', '4', 'н']);
    expect(taken(after).inFlight?.body).toMatchObject({
      marks: [{ studentId: 102, value: '4', assignment: 71, version: 0 }],
      presences: [{ studentId: 103, value: 'absent', version: 0 }],
    });
    expect(taken(after).inFlight?.body.assignments).toBeUndefined();
    expect(after.savedAt).toBe(created.savedAt);
  });

  it('keeps clear of what is typed here meanwhile, which is newer', () => {
    const here = taken(typed(madeState(), '3', '2'));
    const after = replay(here, stored(keep(later)), created);
    expect(after.inFlight).toBe(here.inFlight);
    expect(after.lessons[1]?.assignments.map(({ id }) => id)).toEqual([-1, -2]);
    expect(after.created).toEqual({ [-2]: 71 });
  });

  it('a page read after it was written is left as it is', () => {
    const read = desk.saved(before, created);
    const lessons = read.lessons.map((lesson) => ({
      ...lesson,
      assignments: lesson.assignments.map((one) => ({ ...one, id: 71 })),
    }));
    const after = replay({ ...read, lessons, created: {} }, stored(keep(before)), created);
    expect(after.lessons).toBe(lessons);
    expect(after.pending.size).toBe(0);
  });

  it('what others objected to stands side by side, and is kept without their names', () => {
    const sent = taken(typed(madeState(), 'н'));
    const objection = { kind: 'presence' as const, lessonId: 2, studentId: 101, assignmentId: null, version: 4 };
    const conflicts = [{ ...objection, value: 'late', required: false, by: 'Ганеева Л. Р.', at: '' }];
    const after = replay(madeState(), stored(keep(sent)), answer({ conflicts }));
    expect([...after.conflicts.values()]).toMatchObject([{ mine: 'absent', theirs: 'late', by: 'Ганеева Л. Р.' }]);
    expect(keep(after).edits).toMatchObject([{ value: 'absent', version: 0 }]);
    expect(JSON.stringify(keep(after))).not.toContain('Ганеева');
  });
});
