import { describe, expect, inject, test } from 'vitest';
import { addDays } from '../calendar/local-date';
import { dueOn, orderDue } from './order-due';
import { type Membership, movedStudents, redivide } from './redivide';
import { shareHours, teacherHours } from './teacher-hours';

describe('R-026 an order is entered within three days', () => {
  test.each([
    ['2026-10-05', '2026-10-05', '2026-10-20', 'inTime'],
    ['2026-10-05', '2026-10-08', '2026-10-20', 'inTime'],
    ['2026-10-05', '2026-10-09', '2026-10-20', 'late'],
    ['2026-10-05', null, '2026-10-08', 'waiting'],
    ['2026-10-05', null, '2026-10-09', 'overdue'],
  ])('order of %s, entered %s, today %s', (ordered, entered, today, state) => {
    expect(orderDue(ordered, entered, today)).toBe(state);
    expect(dueOn(ordered)).toBe('2026-10-08');
  });
});

describe('R-025 hours by teacher', () => {
  test.each([
    ['one teacher has all', 72, [{ teacherId: 1, given: 10, last: true }], [[1, 72]]],
    [
      'who handed over keeps what was given',
      72,
      [
        { teacherId: 1, given: 20, last: false },
        { teacherId: 2, given: 4, last: true },
      ],
      [
        [1, 20],
        [2, 52],
      ],
    ],
    [
      'never more than planned',
      16,
      [
        { teacherId: 1, given: 20, last: false },
        { teacherId: 2, given: 0, last: true },
      ],
      [
        [1, 16],
        [2, 0],
      ],
    ],
    [
      'back again',
      72,
      [
        { teacherId: 1, given: 20, last: false },
        { teacherId: 2, given: 10, last: false },
        { teacherId: 1, given: 0, last: true },
      ],
      [
        [1, 62],
        [2, 10],
      ],
    ],
    ['nobody', 72, [], []],
  ])('%s', (_, planned, holders, shares) => {
    expect([...shareHours(planned, holders)]).toEqual(shares);
  });

  test('journals of a stream count once, by the longest', () => {
    const row = { teacherId: 1, half: 1 as const };
    const rows = [
      { ...row, streamId: 5, hours: 36 },
      { ...row, streamId: 5, hours: 40 },
      { ...row, streamId: 5, hours: 38 },
      { ...row, streamId: null, hours: 10 },
      { ...row, half: 2 as const, streamId: 5, hours: 20 },
    ];
    expect([...teacherHours(rows)]).toEqual([[1, { 1: 50, 2: 20 }]]);
  });
});

describe('R-031 a group is divided anew from a day on', () => {
  const member = (id: number, subgroupId: number, startsOn: string, endsOn: string | null = null): Membership => {
    return { id, subgroupId, studentId: 1, startsOn, endsOn };
  };
  const nothing = { close: [], prolong: [], remove: [], open: [] };
  const first = member(1, 10, '2026-09-01');
  test.each<[string, Membership[], number | null, object]>([
    ['stays', [first], 10, nothing],
    [
      'moves',
      [first],
      20,
      {
        close: [{ id: 1, studentId: 1, endsOn: '2026-10-09' }],
        open: [{ subgroupId: 20, studentId: 1, startsOn: '2026-10-10' }],
      },
    ],
    ['leaves', [first], null, { close: [{ id: 1, studentId: 1, endsOn: '2026-10-09' }] }],
    ['comes', [], 20, { open: [{ subgroupId: 20, studentId: 1, startsOn: '2026-10-10' }] }],
    [
      'moved on that very day before',
      [member(1, 10, '2026-09-01', '2026-10-09'), member(2, 20, '2026-10-10')],
      10,
      { remove: [{ id: 2, studentId: 1 }], open: [{ subgroupId: 10, studentId: 1, startsOn: '2026-10-10' }] },
    ],
    [
      'a later move is taken back',
      [member(1, 10, '2026-09-01', '2026-11-30'), member(2, 20, '2026-12-01')],
      10,
      { prolong: [{ id: 1, studentId: 1 }], remove: [{ id: 2, studentId: 1 }] },
    ],
    [
      'what was over stays over',
      [member(1, 10, '2025-09-01', '2026-06-30')],
      10,
      { open: [{ subgroupId: 10, studentId: 1, startsOn: '2026-10-10' }] },
    ],
  ])('%s', (_, members, wanted, changes) => {
    expect(redivide(members, new Map([[1, wanted]]), '2026-10-10')).toEqual({ ...nothing, ...changes });
  });

  test('whoever is not named keeps what they have', () => {
    const changes = redivide([{ ...first, studentId: 2 }], new Map([[1, 20]]), '2026-10-10');
    expect(movedStudents(changes)).toEqual([1]);
  });

  test('R-031 property: days before stay, from the day on everybody is in exactly the wanted subgroup', () => {
    const rounds = inject('rounds') === 'full' ? 5000 : 150;
    let seed = 20261122;
    const pick = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * n);
    };
    const day = (n: number): string => addDays('2026-09-01', n);
    const wrong: object[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let members: Membership[] = [];
      let id = 0;
      const nextId = (): number => {
        id += 1;
        return id;
      };
      for (let change = 0; change < 6; change += 1) {
        const from = pick(60);
        const wanted = new Map(
          [1, 2, 3].filter(() => pick(3) > 0).map((student) => [student, [10, 20, null][pick(3)] ?? null]),
        );
        const before = members;
        const { close, prolong, remove, open } = redivide(before, wanted, day(from));
        const gone = new Set(remove.map((row) => row.id));
        members = before
          .filter((row) => !gone.has(row.id))
          .map((row) => {
            const closed = close.find((one) => one.id === row.id);
            if (closed) return { ...row, endsOn: closed.endsOn };
            return prolong.some((one) => one.id === row.id) ? { ...row, endsOn: null } : row;
          })
          .concat(open.map((row) => ({ ...row, endsOn: null, id: nextId() })));
        const inside = (rows: readonly Membership[], student: number, n: number): number[] =>
          rows
            .filter(
              (row) =>
                row.studentId === student && row.startsOn <= day(n) && (row.endsOn === null || row.endsOn >= day(n)),
            )
            .map(({ subgroupId }) => subgroupId);
        for (const student of [1, 2, 3]) {
          for (let n = 0; n < 62; n += 3) {
            const now = inside(members, student, n);
            const named = wanted.get(student);
            const wantedNow =
              n < from || named === undefined ? inside(before, student, n) : named === null ? [] : [named];
            if (now.join() !== wantedNow.join()) wrong.push({ round, student, day: day(n), now, wantedNow });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
