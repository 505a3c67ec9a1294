import { describe, expect, test } from 'vitest';
import { codeOf } from '@/domain/attendance/codes';
import { type ProfileId, profiles } from '@/domain/regulation/profiles';
import type { Reply } from '@/features/journal/client/save-queue';
import type { DayCell, DaySheet } from '../day-view';
import { pressKey } from './day-keys';
import { resolveConflict, takeBatch, takeReply } from './day-saving';
import { type DayState, openDay, shownCell } from './day-state';
import { dayTotals, spokenCell } from './day-totals';

const nothing = { presence: null, presenceVersion: 0, reason: null, reasonVersion: 0, note: '' };
const lesson = (id: number, closed: Pick<DaySheet['columns'][0]['lessons'][0], 'presenceClosed' | 'reasonClosed'>) => ({
  classPeriod: id,
  ...{ time: '', state: 'done' as const, words: '' },
  lessons: [{ id, sectionId: id, classPeriod: id, title: `ОП.0${id}`, course: '', taken: true, ...closed }],
});
const absent = (lessonId: number): DayCell => ({ lessonId, ...nothing, presence: 'absent', presenceVersion: 1 });

/** Three pairs; Abdullin is absent from the first two, Belov is there. */
function day(profile: ProfileId, presenceClosed: string | null): DayState {
  const present = (lessonId: number): DayCell => ({ lessonId, ...nothing });
  const sheet: DaySheet = {
    ...{ groupId: 1, group: 'ИСП-25-1', date: '2026-10-14', today: '2026-10-14', previous: null, next: null },
    columns: [1, 2, 3].map((id) => lesson(id, { presenceClosed, reasonClosed: null })),
    rows: [
      { studentId: 7, name: 'Абдуллин Тимур', closed: null, cells: [absent(1), absent(2), present(3)] },
      { studentId: 8, name: 'Белов Олег', closed: null, cells: [present(1), present(2), null] },
    ],
    codes: profiles[profile].attendance.codes,
    hours: { 1: 2, 2: 2, 3: 2 },
    ...{ editable: true, excuses: true, diaries: true, timeZone: 'Europe/Samara' },
  };
  return openDay(sheet);
}

const named: Readonly<Record<string, Partial<{ key: string; code: string; ctrlKey: boolean }>>> = {
  Undo: { key: 'z', code: 'KeyZ', ctrlKey: true },
};
/** Keys one after the other; single letters go by the physical key in the Latin layout. */
function press(state: DayState, ...keys: string[]): DayState {
  return keys.reduce((one, key) => {
    const code = key.length === 1 && key !== ' ' ? `Key${key.toUpperCase()}` : key;
    const plain = { key, code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
    return pressKey(one, { ...plain, ...(key === ',' ? { code: 'Comma' } : {}), ...named[key] }) ?? one;
  }, state);
}
/** The codes of the table, row by row. */
const table = (state: DayState) =>
  state.sheet.rows.map((_, row) =>
    state.sheet.columns.map((__, column) => {
      const cell = shownCell(state, row, column);
      return (cell && codeOf(cell, state.sheet.codes)?.symbol) ?? '';
    }),
  );

describe('R-080 R-083 keys of the day sheet', () => {
  test.each([
    ['уп over н by the physical keys', ['e', 'g'], ['уп', 'н', '']],
    ['б', [','], ['б', 'н', '']],
    ['нп', ['y', 'g'], ['нп', 'н', '']],
    ['the whole day: only where an absence stands', ['e', 'g', ' '], ['уп', 'уп', '']],
    ['a reason taken back', ['e', 'g', 'Delete'], ['н', 'н', '']],
    ['undone', ['e', 'g', ' ', 'Undo'], ['уп', 'н', '']],
    ['undone twice', ['e', 'g', ' ', 'Undo', 'Undo'], ['н', 'н', '']],
    ['the next pair', ['ArrowRight', ','], ['н', 'б', '']],
  ])('demo, presence is the teacher’s: %s', (_, keys, expected) => {
    expect(table(press(day('demo', 'не ваше'), ...keys))[0]).toEqual(expected);
  });

  test.each([
    ['an absence of one’s own', ['ArrowRight', 'ArrowRight', 'y'], ['н', 'н', 'н']],
    ['the whole day of somebody absent', ['y', 'e', ' '], ['ну', 'ну', 'ну']],
    ['an absence taken back', ['Delete'], ['', 'н', '']],
    ['a lateness', ['j', 'g'], ['оп', 'н', '']],
  ])('S3, the curator sets presence: %s', (_, keys, expected) => {
    expect(table(press(day('s3', null), ...keys))[0]).toEqual(expected);
  });

  test('a reason where nobody is absent is refused in words, a letter of no code too', () => {
    expect(press(day('demo', 'не ваше'), 'End', 'e', 'g').notice?.text).toContain('отсутствие отмечает преподаватель');
    expect(press(day('demo', 'не ваше'), 'q').notice?.text).toContain('Нет такого кода');
    expect(press(day('demo', 'не ваше'), 'Delete').notice?.text).toBe('не ваше');
  });

  test('Enter opens several days, not for a reader', () => {
    expect(press(day('demo', null), 'Enter').dialog).toEqual({ kind: 'excuse' });
    const { sheet, ...state } = day('demo', null);
    expect(press({ ...state, sheet: { ...sheet, excuses: false } }, 'Enter').dialog).toBeNull();
  });

  test('totals and words', () => {
    const state = press(day('demo', 'не ваше'), 'e', 'g');
    expect(dayTotals(state)).toEqual({ students: 2, absent: 1, unexplained: 1, late: 0, hours: 4 });
    expect(spokenCell(state, 0, 0)).toBe('Абдуллин Тимур, 1-я пара, ОП.01: отсутствует, уважительная причина');
    expect(spokenCell(state, 1, 2)).toBe('Белов Олег, 3-я пара: занятия нет');
  });
});

describe('T-083 saving', () => {
  const answer = { savedAt: 'now', refs: {}, presences: [], reasons: [], conflicts: [] };
  const saved = (parts: object) => ({ kind: 'saved', answer: { ...answer, ...parts } }) as unknown as Reply;
  const sent = (state: DayState) => {
    const taken = takeBatch(state, 'key-00001');
    if (!taken.sent) throw new Error('nothing was taken');
    return { taken, batch: taken.sent };
  };

  test('a batch names the versions seen, the answer gives new ones', () => {
    const { taken, batch } = sent(press(day('demo', 'не ваше'), 'e', 'g'));
    expect(batch.body).toEqual({
      presences: [],
      reasons: [{ lessonId: 1, studentId: 7, value: 'valid', version: 0 }],
    });
    const after = takeReply(taken, batch, saved({ reasons: [{ lessonId: 1, studentId: 7, version: 1 }] }));
    expect(shownCell(after, 0, 0)).toMatchObject({ reason: 'valid', reasonVersion: 1 });
    expect(after.sent).toBeNull();
  });

  test('another’s newer value stands beside the own one until somebody chooses', () => {
    const { taken, batch } = sent(press(day('demo', 'не ваше'), 'e', 'g'));
    const theirs = { kind: 'reason', lessonId: 1, studentId: 7, version: 4, value: 'sick', by: 'Ганеева Л.', at: '' };
    const after = takeReply(taken, batch, saved({ conflicts: [theirs] }));
    expect(table(after)[0]).toEqual(['б', 'н', '']);
    expect(press(after, 'Enter').dialog).toEqual({ kind: 'conflict', key: 'reason 1 7' });
    const mine = resolveConflict(after, 'reason 1 7', 'mine');
    expect(sent(mine).batch.body).toMatchObject({ reasons: [{ value: 'valid', version: 4 }] });
    expect(table(resolveConflict(after, 'reason 1 7', 'theirs'))[0]).toEqual(['б', 'н', '']);
  });

  test('one refused value does not take the others with it; without an answer all stay', () => {
    const { taken, batch } = sent(press(day('demo', 'не ваше'), 'e', 'g', ' '));
    const retried = takeReply(taken, batch, { kind: 'refused', sentence: 'Нельзя.' });
    expect([retried.edits.size, retried.limit]).toEqual([2, 1]);
    const single = sent(retried);
    const after = takeReply(single.taken, single.batch, { kind: 'refused', sentence: 'Нельзя.' });
    expect(after.notice?.text).toBe('Нельзя.');
    expect(after.edits.size).toBe(1);
    const waiting = takeReply(taken, batch, { kind: 'unreachable' });
    expect([waiting.sent, waiting.link]).toEqual([batch, 'offline']);
    const out = takeReply(taken, batch, { kind: 'signedOut', sentence: 'Войдите.' });
    expect([out.edits.size, out.link]).toEqual([2, 'signedOut']);
  });
});
