import { describe, expect, test } from 'vitest';
import type { CellEditsAnswer } from '@/features/journal/cell-edits';
import { dayDesk } from './day-desk';
import { dayKeeping } from './day-keeping';
import { dayReturning } from './day-returning';
import { resolveConflict } from './day-saving';
import { type DayState, reread, shownCell } from './day-state';
import { day, press, table } from './testing/made-day';

const desk = dayDesk(1, '2026-10-14');
const answer = (parts: object = {}) =>
  ({ savedAt: 'now', refs: {}, presences: [], reasons: [], conflicts: [], ...parts }) as unknown as CellEditsAnswer;
const theirs = { kind: 'reason', lessonId: 1, studentId: 7, version: 4, value: 'sick', by: 'Ганеева Л.', at: '' };

function taken(state: DayState, limit = 400): DayState {
  const next = desk.take(state, 'key-00001', limit, '2026-10-14T08:00:00Z');
  if (!next) throw new Error('nothing was taken');
  return next;
}
/** «уп» typed into the absence of the first pair. */
const typed = () => press(day('demo', 'не ваше'), 'e', 'g');

describe('T-083 saving of the day sheet', () => {
  test('a batch names the versions seen, the answer gives new ones', () => {
    const sent = taken(typed());
    expect(sent.inFlight?.body).toEqual({
      presences: [],
      reasons: [{ lessonId: 1, studentId: 7, value: 'valid', version: 0 }],
    });
    const after = desk.saved(sent, answer({ reasons: [{ lessonId: 1, studentId: 7, version: 1 }] }));
    expect(shownCell(after, 0, 0)).toMatchObject({ reason: 'valid', reasonVersion: 1 });
    expect(after.inFlight).toBeNull();
  });

  test('another’s newer value stands beside the own one until somebody chooses', () => {
    const after = desk.saved(taken(typed()), answer({ conflicts: [theirs] }));
    expect(table(after)[0]).toEqual(['б', 'н', '']);
    expect(press(after, 'Enter').dialog).toEqual({ kind: 'conflict', key: 'reason 1 7' });
    const mine = resolveConflict(after, 'reason 1 7', 'mine');
    expect(taken(mine).inFlight?.body).toMatchObject({ reasons: [{ value: 'valid', version: 4 }] });
    expect(table(resolveConflict(after, 'reason 1 7', 'theirs'))[0]).toEqual(['б', 'н', '']);
  });

  test('one refused value does not take the others with it', () => {
    const retried = desk.split(taken(press(typed(), ' ')));
    expect(retried.edits.size).toBe(2);
    const after = desk.refuse(taken(retried, 1), 'Нельзя.');
    expect(after.notice?.text).toBe('Нельзя.');
    expect(after.edits.size).toBe(1);
  });

  test('absences go before their reasons', () => {
    const sent = taken(press(day('s3', null), 'End', 'y', 'e'), 1);
    expect(sent.inFlight?.body).toMatchObject({ presences: [{ lessonId: 3, value: 'absent' }], reasons: [] });
  });
});

describe('T-099 T-102 the day sheet outlives its page', () => {
  test('what is unsent comes back over the version it was typed over', () => {
    const { edits } = dayKeeping.keep(typed());
    const changed = desk.saved(taken(typed()), answer({ conflicts: [theirs] }));
    const opened = { ...changed, conflicts: new Map(), edits: new Map() };
    const back = dayReturning.restore(opened, edits);
    expect(taken(back).inFlight?.body).toMatchObject({ reasons: [{ value: 'valid', version: 0 }] });
    expect(back.notice?.text).toMatch(/уходит на сервер: 1.запись/);
  });

  test('a page read anew keeps the versions of what is unsent, so that nothing newer is overwritten', () => {
    const state = typed();
    const sheet = structuredClone(state.sheet);
    for (const row of sheet.rows) for (const cell of row.cells) if (cell) cell.reasonVersion = 5;
    expect(taken(reread(state, sheet)).inFlight?.body).toMatchObject({ reasons: [{ version: 0 }] });
  });

  test.each([
    ['not yet', 0, 1],
    ['already', 1, 1],
  ])('an answer that was lost: the page shows it %s, in the end it does', (_, read, version) => {
    const kept = dayKeeping.keep(press(taken(typed()), 'ArrowRight', ','));
    const opened = day('demo', 'не ваше');
    const cell = opened.base.get('1 7');
    if (!cell) throw new Error('no cell');
    const shown = read ? { ...cell, reason: 'valid', reasonVersion: 1 } : cell;
    const page = { ...opened, base: new Map(opened.base).set('1 7', shown) };
    const after = dayReturning.replay(page, kept, answer({ reasons: [{ lessonId: 1, studentId: 7, version }] }));
    expect(table(after)[0]).toEqual(['уп', 'б', '']);
    expect(shownCell(after, 0, 0)).toMatchObject({ reasonVersion: 1 });
    expect(taken(after).inFlight?.body).toMatchObject({ reasons: [{ lessonId: 2, value: 'sick', version: 0 }] });
  });

  test('what others had written meanwhile stands beside the own value', () => {
    const kept = dayKeeping.keep(taken(typed()));
    const after = dayReturning.replay(day('demo', 'не ваше'), kept, answer({ conflicts: [theirs] }));
    expect([...after.conflicts.values()]).toMatchObject([{ mine: 'valid', theirs: 'sick', by: 'Ганеева Л.' }]);
  });

  test('an undecided conflict is kept without the other’s name', () => {
    const kept = dayKeeping.keep(desk.saved(taken(typed()), answer({ conflicts: [theirs] })));
    expect(kept).toEqual({
      batch: null,
      edits: [{ target: { kind: 'reason', lessonId: 1, studentId: 7 }, value: 'valid', version: 0 }],
    });
  });
});
