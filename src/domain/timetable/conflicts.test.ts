import { describe, expect, test } from 'vitest';
import { clashesOf, isRefused, type PlacedSection } from './conflicts';
import { teacherOn } from './week-place';

const at = (over: Partial<PlacedSection> = {}): PlacedSection => ({
  ...{
    sectionId: 1,
    groupId: 1,
    subgroupId: null,
    streamId: null,
    weekday: 3,
    classPeriod: 2,
    parity: 'every',
    room: '314',
  },
  ...{ startsOn: '2026-09-01', endsOn: '2026-12-28', teachers: [{ teacherId: 5, from: '2026-08-01', to: null }] },
  ...over,
});
const other = { sectionId: 2, groupId: 2, room: '101', teachers: [{ teacherId: 6, from: '2026-08-01', to: null }] };
const until = (to: string | null, from = '2026-08-01') => [{ teacherId: 5, from, to }];

describe('R-043 what stands in one another’s way', () => {
  test.each<[string, Partial<PlacedSection>, string[]]>([
    ['another group, teacher and room', {}, []],
    ['the same group', { groupId: 1 }, ['group']],
    ['a subgroup of the group', { groupId: 1, subgroupId: 8 }, ['group']],
    ['the same teacher', { teachers: until(null) }, ['teacher']],
    ['the same teacher, who hands over before', { teachers: until('2026-08-31') }, []],
    ['the same teacher in other weeks', { teachers: until(null), parity: 'odd' }, ['teacher']],
    ['the same room', { room: '314' }, ['room']],
    ['all three', { groupId: 1, teachers: until(null), room: '314' }, ['group', 'teacher', 'room']],
    ['another hour', { groupId: 1, classPeriod: 3 }, []],
    ['another day', { groupId: 1, weekday: 4 }, []],
    ['after it has ended', { groupId: 1, startsOn: '2026-12-29', endsOn: '2027-06-30' }, []],
  ])('%s', (_, over, kinds) => {
    expect(clashesOf(at(), [at({ ...other, ...over })]).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('odd and even weeks pass each other, subgroups stand side by side, a stream shares teacher and room', () => {
    expect(clashesOf(at({ parity: 'odd' }), [at({ parity: 'even' })])).toEqual([]);
    const side = at({ subgroupId: 9, teachers: other.teachers, room: '101' });
    expect(clashesOf(at({ subgroupId: 8 }), [side])).toEqual([]);
    expect(clashesOf(at({ streamId: 4 }), [at({ groupId: 2, streamId: 4 })])).toEqual([]);
  });

  test('teachers who follow each other in mid-year meet only while both are there', () => {
    const successor = at({ ...other, teachers: until(null, '2026-10-19') });
    expect(clashesOf(at({ teachers: until('2026-10-18') }), [successor])).toEqual([]);
    expect(clashesOf(at({ teachers: until('2026-10-19') }), [successor]).map(({ kind }) => kind)).toEqual(['teacher']);
  });

  test('a shared room is told, not refused', () => {
    expect(['group', 'teacher', 'room'].map((kind) => isRefused({ kind: kind as 'room' }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test('who keeps a journal on a day: of two the one who came last', () => {
  const terms = [...until(null), { teacherId: 6, from: '2026-10-19', to: '2026-11-01' }];
  expect(['2026-07-31', '2026-09-01', '2026-10-20', '2026-11-02'].map((date) => teacherOn(terms, date))).toEqual([
    null,
    5,
    6,
    5,
  ]);
});
