import { describe, expect, test } from 'vitest';
import { byPresentPlan, proposedTopics, takenFromPlan } from './plan';

const topics = [1, 2, 3, 4, 5, 6].map((no) => ({ id: 100 + no, no, hours: 2 }));

/** A section's lessons: the number of a topic taken, «own» words, or nothing yet. */
function lessons(...entries: (number | 'own' | null)[]) {
  return entries.map((entry, index) => ({
    id: index + 1,
    topic: entry === null ? '' : 'тема',
    plannedTopicId: typeof entry === 'number' ? 100 + entry : null,
    hours: 2,
  }));
}

describe('R-050 R-052 which topic of the plan a lesson is offered', () => {
  test.each([
    ['an empty journal begins at the first', [null, null], [1, 2]],
    ['goes on after the last taken', [1, 2, null, null], [0, 0, 3, 4]],
    ['a gap gets what its neighbours skipped', [1, null, 3, null], [0, 2, 0, 4]],
    ['two gaps in a row get the two skipped', [1, null, null, 4, null], [0, 2, 3, 0, 5]],
    ['a gap where nothing was skipped goes on', [1, null, 2, null], [0, 3, 0, 4]],
    ['words of one’s own take no topic away', [1, 'own', null], [0, 0, 2]],
    ['a plan that has ended offers nothing', [5, 6, null], [0, 0, 0]],
    ['a topic out of turn is not offered again', [1, 4, null], [0, 0, 5]],
  ] as const)('%s', (_, entries, numbers) => {
    const proposed = proposedTopics(lessons(...entries), topics);
    expect(entries.map((_entry, index) => proposed.get(index + 1)?.no ?? 0)).toEqual([...numbers]);
  });

  test('the order of topics is their number’s, and a bound lesson without words keeps its own', () => {
    const bound = { id: 1, topic: '', plannedTopicId: 102, hours: 2 };
    const proposed = proposedTopics([bound, ...lessons(null).map((one) => ({ ...one, id: 2 }))], [...topics].reverse());
    expect([...proposed]).toEqual([[2, { id: 103, no: 3, hours: 2 }]]);
  });
});

describe('R-050 R-053 a topic longer than a lesson', () => {
  const long = [4, 2, 6, 2].map((hours, place) => ({ id: 101 + place, no: place + 1, hours }));
  test.each([
    ['is offered until its hours are given', [null, null, null, null], [1, 1, 2, 3]],
    ['goes on after one of its lessons', [1, null, null], [0, 1, 2]],
    ['is not offered when its hours are given', [1, 1, null, null], [0, 0, 2, 3]],
    ['is finished in a gap', [1, null, 2, null], [0, 1, 0, 3]],
    ['a lost lesson moves the others on', [1, 1, 2, null, null, null, null], [0, 0, 0, 3, 3, 3, 4]],
  ] as const)('%s', (_, entries, numbers) => {
    const proposed = proposedTopics(lessons(...entries), long);
    expect(entries.map((_entry, index) => proposed.get(index + 1)?.no ?? 0)).toEqual([...numbers]);
  });
});

describe('R-049 lessons given by an earlier version', () => {
  test.each([
    ['count for the topic that goes on from theirs', [{ id: 101, now: 203 }], [203, 102, null]],
    ['keep a topic that was dropped', [{ id: 101, now: null }], [101, 102, null]],
    ['are as they are without one', [], [101, 102, null]],
  ] as const)('%s', (_, former, ids) => {
    expect(byPresentPlan(lessons(1, 2, null), former).map(({ plannedTopicId }) => plannedTopicId)).toEqual([...ids]);
  });
});

describe('R-050 what taking from the plan writes', () => {
  const planned = { id: 7, title: 'Циклы', homework: '§ 4', lessonType: 'practical' };
  const topic = { title: 'Циклы', plannedTopicId: 7, lessonType: 'practical' };
  test.each([
    ['nothing there', '', '', null, { topic, homework: '§ 4', homeworkDueOn: '2026-10-16' }],
    ['own words, no homework', 'Своё', '', null, { homework: '§ 4', homeworkDueOn: '2026-10-16' }],
    ['homework alone', '', 'с. 5', '2026-10-20', { topic, homework: 'с. 5', homeworkDueOn: '2026-10-20' }],
    ['both there', 'Своё', 'с. 5', '2026-10-20', { topic, homework: '§ 4', homeworkDueOn: '2026-10-20' }],
  ] as const)('%s', (_, words, homework, homeworkDueOn, expected) => {
    const lesson = { topic: words, homework, homeworkDueOn };
    expect(takenFromPlan(lesson, planned, '2026-10-16', 'withTopic')).toEqual(expected);
  });

  test('no homework has no term', () => {
    const empty = { topic: '', homework: '', homeworkDueOn: null };
    expect(takenFromPlan(empty, { ...planned, homework: '' }, '2026-10-16', 'withTopic')).toEqual({
      topic,
      homework: '',
      homeworkDueOn: null,
    });
  });

  test.each([
    ['nothing there', '', '', null],
    ['both there', 'Своё', 'с. 5', '2026-10-20'],
  ] as const)('R-052 by hand: the topic comes, homework stays as it is, %s', (_, words, homework, homeworkDueOn) => {
    const lesson = { topic: words, homework, homeworkDueOn };
    expect(takenFromPlan(lesson, planned, '2026-10-16', 'byHand')).toEqual({ topic, homework, homeworkDueOn });
  });
});
