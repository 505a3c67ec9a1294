import { describe, expect, test } from 'vitest';
import { dayTotals, spokenCell } from './day-totals';
import { day, press, table } from './testing/made-day';

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
