import { describe, expect, it } from 'vitest';
import { madeState } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

/** Rows 1, 3, 5 … 23 of 25: eight marks, three absent, one late (screens.md 2). */
const entries = ['5', '4', 'н', '5', '3', 'н', '4', '4', 'о', '5', 'н', '4'];

/** A mark goes down by itself, a letter waits for its second one; the cursor opens in the first row of today's lesson. */
const keys = [
  ...entries.flatMap((entry, index) => {
    if (index === entries.length - 1) return [entry];
    return /\d/.test(entry) ? [entry, 'ArrowDown'] : [entry, 'ArrowDown', 'ArrowDown'];
  }),
  'Insert',
];

describe('R-057 a normal lesson of 25', () => {
  const state = typed(madeState(), ...keys);
  it('takes at most 32 keystrokes, «Продолжить» of the start page included', () => {
    expect(keys.length + 1).toBe(29);
  });
  it('fills every second row', () => {
    expect(shownColumn(state, 1)).toEqual([
      ...['5', '', '4', '', 'н', '', '5', '', '3', '', 'н', '', '4', '', '4', '', 'оп', '', '5', '', 'н', '', '4'],
      '',
      '',
    ]);
  });
  it('takes topic and homework from the plan, due at the next lesson', () => {
    expect(state.lessons[1]).toMatchObject({
      topic: 'Тема 2',
      homework: '§ 2',
      homeworkDueOn: '2026-12-22',
      plannedTopicId: 502,
      assignments: [{ title: 'Ответ на занятии', type: 'answer' }],
    });
  });
  it('waits to be sent as one batch: an assignment, eight marks, four presences, the lesson', () => {
    expect(state.pending.size).toBe(14);
  });
});
