import { describe, expect, it } from 'vitest';
import { s0 } from '@/domain/regulation/profiles/s0';
import { s1 } from '@/domain/regulation/profiles/s1';
import type { Regulation } from '@/domain/regulation/regulation';
import { pressKey } from './keyboard';
import { madeLesson, madeRow, madeState, madeView } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { keyPress, typed } from './testing/typing';

const first = (...keys: string[]) => shownColumn(typed(madeState(), ...keys), 1)[0];
const ownReasons = (state = madeState(withReasons(), s1)) => state;
function withReasons() {
  return madeView(3, { lessons: [madeLesson(1, 11), madeLesson(2, 18, { reasonEditable: true })] });
}
const inS1 = (...keys: string[]) => shownColumn(typed(ownReasons(), ...keys), 1)[0];

describe('R-079, R-081 codes', () => {
  it.each([
    [['н'], 'н'],
    [['latin:н'], 'н'],
    [['о'], 'оп'],
    [['0'], 'оп'],
    [['о', 'п'], 'оп'],
    [['latin:о', 'latin:п'], 'оп'],
    [['н', 'ArrowDown', 'ArrowUp', 'н'], 'н'],
    [['5', 'ArrowUp', 'н'], 'н,5'],
    [['н', '.'], 'н •'],
    [['н', '4'], 'н,4'],
    [['Delete'], ''],
    [['н', 'Delete'], ''],
    [['5', 'ArrowUp', 'Backspace'], ''],
  ])('%j shows %s', (keys, cell) => expect(first(...keys)).toBe(cell));
  it.each([
    [['у', 'п'], 'уп'],
    [['latin:у', 'latin:п'], 'уп'],
    [['н', 'п'], 'нп'],
    [['latin:б'], 'б'],
    [['у'], ''],
    [['у', 'п', 'Delete'], ''],
  ])('where the teacher sets reasons, %j shows %s', (keys, cell) => expect(inS1(...keys)).toBe(cell));
  it('says who sets the reason and keeps the absence (C-01)', () => {
    const state = typed(madeState(), 'н', 'п');
    expect(shownColumn(state, 1)[0]).toBe('н');
    expect(state.notice?.text).toContain('В клетке «н»');
  });
  it('says that half a code wrote nothing', () => {
    expect(typed(ownReasons(), 'у', 'ArrowDown').notice?.text).toContain('Нет кода «у»');
  });
});

describe('R-080 the curator', () => {
  const lesson = {
    editable: false,
    presenceEditable: false,
    debtEditable: false,
    reasonEditable: true,
    closedReason: 'Занятие ведёт преподаватель.',
  };
  const view = madeView(2, {
    lessons: [madeLesson(2, 18, lesson)],
    rows: [madeRow(101, 'a1'), madeRow(102, '')],
    abilities: { fill: false, setReason: true, giveGrades: false, print: false },
  });
  it('sets a reason where an absence stands', () =>
    expect(shownColumn(typed(madeState(view), 'у', 'п'), 0)).toEqual(['уп', '']));
  it('cannot mark anybody absent', () => {
    const state = typed(madeState(view), 'ArrowDown', 'у', 'п');
    expect(shownColumn(state, 0)).toEqual(['н', '']);
    expect(state.notice?.tone).toBe('refused');
  });
  it('writes no mark', () => expect(typed(madeState(view), '5').notice?.text).toBe('Занятие ведёт преподаватель.'));
});

describe('R-060, R-061 marks', () => {
  it('goes down over a closed row', () => {
    const closed = [{ from: 0, to: 2, reason: 'академический отпуск' }];
    const rows = [madeRow(1, '||'), madeRow(2, '||', { closed }), madeRow(3, '||')];
    expect(typed(madeState(madeView(3, { rows })), '5').cursor.row).toBe(2);
  });
  it('creates the implicit assignment once (C-23)', () => {
    const state = typed(madeState(), '5', '4');
    expect(state.lessons[1]?.assignments).toHaveLength(1);
    expect(shownColumn(state, 1).slice(0, 2)).toEqual(['5', '4']);
  });
  it('asks for an assignment where the regulation is strict', () => {
    const state = typed(madeState(madeView(), s0), '5');
    expect(shownColumn(state, 1)[0]).toBe('');
    expect(state.notice?.text).toContain('добавьте задание');
  });
  it('writes into the assignment chosen with «/»', () => {
    const both = [1, 2].map((id) => ({ id, type: 'lab', title: `ЛР ${id}`, required: false, dueOn: null, version: 1 }));
    const view = madeView(2, {
      lessons: [madeLesson(2, 18, { assignments: both })],
      rows: [madeRow(1, ''), madeRow(2, '')],
    });
    expect(shownColumn(typed(madeState(view), '5', 'ArrowUp', '/', '4'), 0)[0]).toBe('5/4');
  });
  it.each([
    ['+', 'з'],
    ['-', 'нз'],
  ])('%s writes %s in a course with зачёт', (key, sign) => {
    const view = madeView();
    const state = madeState({ ...view, section: { ...view.section, passFail: true } });
    expect(shownColumn(typed(state, key), 1)[0]).toBe(sign);
    expect(typed(state, 'End', '5').notice?.tone).toBe('refused');
    expect(typed(state, 'End', key).rows[0]?.grade.value).toBe(key === '+' ? 'pass' : 'fail');
  });
  it('R-064 puts a mark on an old dot of a lesson that is closed', () => {
    const lab = { id: 5, type: 'lab', title: 'ЛР', required: true, dueOn: null, version: 1 };
    const old = madeLesson(2, 18, { editable: false, closedReason: 'Срок правки истёк.', assignments: [lab] });
    const view = madeView(2, { lessons: [old], rows: [madeRow(1, '/0nr1'), madeRow(2, '')] });
    const state = typed(madeState(view), '4', '4');
    expect(shownColumn(state, 0)).toEqual(['4', '']);
  });
  it('refuses a lesson that has not been held', () => {
    expect(typed(madeState(), 'ArrowRight', '5').notice?.text).toBe('Ввод откроется в день занятия.');
  });
  it('fills down past the absent', () => {
    const state = typed(madeState(madeView(4)), 'ArrowDown', 'н', 'ArrowUp', '5', 'ArrowUp', 'Ctrl+D');
    expect(shownColumn(state, 1)).toEqual(['5', 'н', '5', '5']);
    expect(shownColumn(typed(state, 'Ctrl+Z'), 1)).toEqual(['5', 'н', '', '']);
  });
});

describe('undo', () => {
  it('takes back and repeats, cursor included', () => {
    const state = typed(madeState(), '5', '4', 'Ctrl+Z');
    expect(shownColumn(state, 1).slice(0, 2)).toEqual(['5', '']);
    expect(state.cursor.row).toBe(1);
    expect(shownColumn(typed(state, 'Ctrl+Shift+Z'), 1).slice(0, 2)).toEqual(['5', '4']);
  });
  it('leaves nothing to send when everything is back', () => {
    expect(typed(madeState(), 'н', 'Ctrl+Z').pending.size).toBe(0);
  });
});

describe('R-093, R-094 period grades', () => {
  const lab = { id: 5, type: 'lab', title: 'ЛР', required: false, dueOn: null, version: 1 };
  const view = madeView(2, {
    lessons: [madeLesson(2, 18, { assignments: [lab] })],
    rows: [madeRow(1, '/041'), madeRow(2, '/051')],
  });
  const start = (regulation: Regulation = s1) => typed(madeState(view, regulation), 'End');
  it('writes the proposed grade and goes down', () => {
    const state = typed(start(), '4');
    expect(state.rows[0]?.grade.value).toBe('4');
    expect(state.cursor.row).toBe(1);
  });
  it('asks a reason for another one', () => {
    const state = typed(start(), '5');
    expect(state.dialog).toEqual({ kind: 'gradeReason', row: 0, value: '5' });
    expect(state.rows[0]?.grade.value).toBeNull();
  });
  it('«н» is not attested', () => expect(typed(start(), 'latin:н').rows[0]?.grade.value).toBe('notAttested'));
});

describe('keys', () => {
  it('leaves the browser its own', () => {
    for (const key of ['Tab', 'F5', 'Ctrl+C', 'Ctrl+P']) expect(pressKey(madeState(), keyPress(key))).toBeNull();
  });
  it('Enter opens the card at the first empty field, Escape closes it', () => {
    const state = typed(madeState(), 'Enter');
    expect(state).toMatchObject({ panel: 'open', cardFocus: { field: 'firstEmpty' } });
    expect(typed(state, 'Escape').panel).toBe('closed');
  });
  it('Ctrl+Enter takes attendance and keeps who is absent', () => {
    const state = typed(madeState(), 'н', 'Ctrl+Enter');
    expect(state.lessons[1]).toMatchObject({ attendanceTaken: true, missing: ['topic', 'homework'] });
    expect(state.notice?.text).toContain('остальные присутствуют');
  });
});
