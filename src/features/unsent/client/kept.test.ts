import { describe, expect, test } from 'vitest';
import { countOf, isOver, type Kept, keptForMs, keptNow, othersOf, ownOf } from './kept';

const edit = { target: 'x', value: '5', version: 0 };
const kept = (change: Partial<Kept>): Kept => ({
  ...{ id: 'a', person: 7, place: '/journal/9?period=7', since: 1000, changed: 2000, batch: null, edits: [edit] },
  ...change,
});

describe('T-068 what is kept in the browser', () => {
  test.each([
    ['a moment', 0, false],
    ['a day less a millisecond', keptForMs - 1, false],
    ['a day', keptForMs, true],
  ])('%s after the oldest value it is over: %s', (_, age, over) => {
    expect(isOver({ since: 1000 }, 1000 + age)).toBe(over);
  });

  test('belongs to its person and its day, the newest first', () => {
    const all = [
      kept({ id: 'old', changed: 10 }),
      kept({ id: 'new', changed: 20 }),
      kept({ id: 'foreign', person: 8 }),
      kept({ id: 'yesterday', since: 2000 - keptForMs }),
    ];
    expect(ownOf(all, 7, 2000).map(({ id }) => id)).toEqual(['new', 'old']);
    expect(ownOf(all, 8, 2000).map(({ id }) => id)).toEqual(['foreign']);
    expect(ownOf(all, 9, 2000)).toEqual([]);
    expect(othersOf(all, 7, 2000).map(({ id }) => id)).toEqual(['foreign']);
  });

  test('counts the batch on its way and what was typed after it', () => {
    expect(countOf(kept({ batch: { key: 'k', at: '', body: {}, sent: [edit, edit] } }))).toBe(3);
  });

  const own = { id: 'a', person: 7, place: '/journal/9?period=7' };
  test.each([
    ['the first value begins its time', null, [edit], 5000, { since: 5000, changed: 5000 }],
    ['a later one does not prolong it', kept({}), [edit, edit], 5000, { since: 1000, changed: 5000 }],
    ['nothing left is nothing kept', kept({}), [], 5000, null],
    ['nothing is kept for longer', kept({}), [edit], 1000 + keptForMs, null],
  ])('%s', (_, before, edits, now, expected) => {
    const left = keptNow(before, own, { batch: null, edits }, now);
    if (expected === null) expect(left).toBeNull();
    else expect(left).toMatchObject({ ...own, ...expected });
  });
});
