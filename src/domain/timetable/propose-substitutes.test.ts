import { describe, expect, test } from 'vitest';
import { type Colleague, proposeSubstitutes } from './propose-substitutes';

const hole = { classPeriod: 2, courseId: 4, groupId: 7 };
const colleague = (id: number, over: Partial<Colleague> = {}): Colleague => ({
  ...{ id, name: `Коллега ${id}`, absent: false, busy: [], courseIds: [], groupIds: [] },
  ...over,
});
const ids = (...colleagues: Colleague[]) => proposeSubstitutes(hole, colleagues).map(({ id }) => id);

describe('R-044 who is proposed for a lesson without its teacher', () => {
  test('nobody who is away or has a lesson then', () => {
    expect(ids(colleague(1, { absent: true }), colleague(2, { busy: [2] }), colleague(3))).toEqual([3]);
  });

  test('the course before the group, the group before a neighbouring hour, that before being there', () => {
    const there = colleague(1, { busy: [5] });
    const near = colleague(2, { busy: [3] });
    const ofGroup = colleague(3, { groupIds: [7] });
    const ofCourse = colleague(4, { courseIds: [4] });
    expect(ids(colleague(5), there, near, ofGroup, ofCourse)).toEqual([4, 3, 2, 1, 5]);
  });

  test('of equals the one with fewer lessons, then by name; the reasons are told', () => {
    const busy = colleague(1, { courseIds: [4], busy: [1, 4, 5] });
    const free = colleague(2, { courseIds: [4], busy: [1] });
    expect(ids(busy, free)).toEqual([2, 1]);
    expect(ids(colleague(2, { name: 'Юсупов' }), colleague(1, { name: 'Абдуллин' }))).toEqual([1, 2]);
    expect(proposeSubstitutes(hole, [free])[0]?.why).toEqual(['course', 'near']);
  });
});
