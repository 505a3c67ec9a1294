import { describe, expect, it } from 'vitest';
import { columnTotals, groupSummary, rowSummary } from './summary';
import { madeLesson, madeRow, madeState, madeView } from './testing/made-view';
import { typed } from './testing/typing';

const lab = { id: 5, type: 'lab', title: 'ЛР', required: true, dueOn: null, version: 1 };
const closed = [{ from: 0, to: 1, reason: 'академический отпуск' }];
const view = madeView(3, {
  lessons: [madeLesson(1, 11, { assignments: [lab] }), madeLesson(2, 18)],
  rows: [madeRow(1, '/051|a1~invalid1', { carried: ['4'] }), madeRow(2, 'a1/0nr1|'), madeRow(3, '|', { closed })],
});

describe('R-091 totals of a row', () => {
  const state = madeState(view);
  const summaries = state.rows.map((row) => rowSummary(row, state.lessons, state.regulation));
  it('counts hours, debts and marks, carried ones too (G-07)', () => {
    expect(summaries[0]).toMatchObject({
      missed: 2,
      missedInvalid: 2,
      debts: 0,
      average: { hundredths: 450, count: 2 },
    });
    expect(summaries[0]?.proposal?.value).toBe('4');
    expect(summaries[1]).toMatchObject({ missed: 2, missedInvalid: 0, debts: 1, average: null, proposal: null });
  });
  it('follows every key at once', () => {
    const next = typed(state, 'ArrowLeft', '3');
    const [row] = next.rows;
    expect(row && rowSummary(row, next.lessons, next.regulation).average?.hundredths).toBe(350);
  });
});

describe('totals of a column', () => {
  it('leaves closed rows out and lessons ahead empty', () => {
    const lessons = view.lessons.map((lesson) => ({ ...lesson, attendanceTaken: true }));
    const state = madeState({ ...view, lessons, today: '2026-12-12' });
    expect(columnTotals(state)).toEqual([
      { absent: 1, present: 1, marks: 1 },
      { absent: null, present: null, marks: null },
    ]);
  });
  it('says of nobody that he was there until attendance was taken', () => {
    const lessons = [madeLesson(1, 11, { assignments: [lab], attendanceTaken: false }), madeLesson(2, 18)];
    expect(columnTotals(madeState({ ...view, lessons }))[0]).toEqual({ absent: null, present: null, marks: 1 });
  });
  it('sums the group', () => {
    expect(groupSummary(madeState(view))).toMatchObject({ missed: 4, missedInvalid: 2, debts: 1, success: 100 });
  });
});
