import { describe, expect, test } from 'vitest';
import { fulfilmentOf, layTopics, type PlanDay } from './fulfilment';

const topics = [1, 2, 3, 4, 5].map((no) => ({ id: 100 + no, no, hours: 2 }));
const term = { from: '2026-09-01', to: '2026-12-28', today: '2026-10-14', planned: 10, before: 0 };

/** «07.10 1» a lesson with the first topic, «07.10 +» held without a topic of the plan, «07.10» empty. */
function lessons(...written: string[]): PlanDay[] {
  return written.map((one, place) => {
    const [day = '', topic = ''] = one.split(' ');
    const no = Number(topic);
    const date = `${day.slice(3) < '09' ? 2027 : 2026}-${day.slice(3)}-${day.slice(0, 2)}`;
    const words = topic === '' ? '' : 'слова';
    return { id: place + 1, date, hours: 2, held: topic !== '', topic: words, plannedTopicId: no ? 100 + no : null };
  });
}

describe('R-053 what is given and what will not be', () => {
  test.each([
    ['all in time', ['07.10 1', '12.10 2', '16.10', '19.10', '23.10'], [4, 0, 6, 0, 2, []]],
    ['a lesson lost', ['07.10 1', '12.10 2', '16.10', '19.10'], [4, 0, 4, 2, 2, [5]]],
    ['a lesson of its own words', ['07.10 1', '12.10 +', '16.10', '19.10', '23.10'], [4, 0, 6, 0, 1, [5]]],
    ['a lesson that nobody wrote down', ['07.10 1', '12.10', '16.10', '19.10', '23.10'], [2, 2, 6, 0, 1, []]],
    ['nothing laid', [], [0, 0, 0, 10, 0, [1, 2, 3, 4, 5]]],
    ['lessons of the next term do not help', ['07.10 1', '12.01'], [2, 0, 0, 8, 1, [2, 3, 4, 5]]],
  ] as const)('%s', (_, days, [given, unwritten, ahead, short, topicsGiven, lost]) => {
    expect(fulfilmentOf(lessons(...days), topics, term)).toEqual({
      ...{ planned: 10, given, unwritten, ahead, short },
      ...{ topics: 5, topicsGiven, lost },
    });
  });

  test('the topics of a term are those of its hours', () => {
    const half = { ...term, planned: 4, before: 4 };
    const found = fulfilmentOf(lessons('07.10 1', '12.10 2', '16.10'), topics, half);
    expect(found).toMatchObject({ topics: 2, topicsGiven: 0, lost: [4] });
  });
});

describe('R-049 topics on the days of lessons', () => {
  test('given, expected, and moved on by a lost lesson', () => {
    const laid = layTopics(lessons('07.10 1', '12.10', '16.10'), topics);
    expect([101, 102, 103, 104].map((id) => [laid.get(id)?.given, laid.get(id)?.ahead])).toEqual([
      [['2026-10-07'], []],
      [[], ['2026-10-12']],
      [[], ['2026-10-16']],
      [[], []],
    ]);
    const lost = layTopics(lessons('07.10 1', '16.10'), topics);
    expect(lost.get(102)?.ahead).toEqual(['2026-10-16']);
  });

  test('a lesson given by an earlier version counts for what goes on from it', () => {
    const [first] = lessons('07.10 1');
    const given = first ? [{ ...first, plannedTopicId: 31 }] : [];
    expect(layTopics(given, topics, [{ id: 31, now: 102 }]).get(102)?.given).toEqual(['2026-10-07']);
  });
});
