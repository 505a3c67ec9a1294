import { describe, expect, inject, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { mergeTopics } from './merge-topics';
import { schemeDueOn, schemeOverdueDays } from './standing';
import {
  hoursOfRows,
  readHours,
  type TopicRow,
  topicFaults,
  topicFields,
  withoutRepeatedParts,
  withParts,
} from './topic-rows';

const row = (id: number | null, title: string, other: Partial<TopicRow> = {}): TopicRow => ({
  ...{ key: id === null ? `new ${title}` : `t${id}`, id, part: '', title, lessonType: 'lecture', hours: '2' },
  ...{ content: '', homework: '', materials: '', ...other },
});
const types = new Set(['lecture']);

describe('R-046 a line of the КТП', () => {
  test.each([
    ['2', 2],
    [' 2 ', 2],
    ['2,0', 2],
    ['2 ч', 2],
    ['4 часа', 4],
    ['36', 36],
    ['37', null],
    ['0', null],
    ['1,5', null],
    ['-2', null],
    ['две', null],
    ['', null],
  ])('hours «%s» are %s', (typed, hours) => expect(readHours(typed)).toBe(hours));

  test.each([
    ['a whole line', {}, {}],
    ['no topic', { title: ' ' }, { title: 'Нет темы' }],
    ['no hours', { hours: '' }, { hours: 'Нет часов' }],
    ['odd hours', { hours: '1,5' }, { hours: 'Часы — целое число от 1 до 36' }],
    ['a kind that nobody knows', { lessonType: '' }, { lessonType: 'Выберите вид занятия' }],
    ['a long topic', { title: 'я'.repeat(501) }, { title: 'Длиннее 500 знаков' }],
  ])('%s', (_, cells, faults) => expect(topicFaults(row(1, 'Тема', cells), types)).toEqual(faults));

  test('the name of a section stands at its first line and is stored with every one', () => {
    const typed = [row(1, 'а', { part: 'I' }), row(2, 'б'), row(3, 'в', { part: 'II' }), row(4, 'г')];
    const stored = withParts(typed);
    expect(stored.map(({ part }) => part)).toEqual(['I', 'I', 'II', 'II']);
    expect(withoutRepeatedParts(stored)).toEqual(typed);
    expect(hoursOfRows(typed)).toBe(8);
  });
});

describe('R-047 when a КТП is due', () => {
  test.each([
    ['missing', '2026-09-01', '2026-09-08', 0],
    ['missing', '2026-09-01', '2026-09-09', 1],
    ['draft', '2026-09-01', '2026-09-18', 10],
    ['returned', '2026-09-01', '2026-09-18', 10],
    ['sent', '2026-09-01', '2026-09-18', 0],
    ['approved', '2026-09-01', '2026-09-18', 0],
    ['missing', null, '2026-09-18', 0],
  ] as const)('%s, programme of %s, on %s: %i days late', (state, programme, today, days) =>
    expect(schemeOverdueDays(state, schemeDueOn(programme, 7), today)).toBe(days),
  );

  const terms: [string, number | null, string | null][] = [
    ...Object.values(profiles).map(({ profile, schemes }): [string, number | null, string] => {
      return [profile, schemes.dueDays, '2026-09-08'];
    }),
    ['no term', null, null],
    ['the same day', 0, '2026-09-01'],
    ['two weeks', 14, '2026-09-15'],
  ];
  test.each(terms)('%s: due in %s days, %s', (_, days, due) => expect(schemeDueOn('2026-09-01', days)).toBe(due));
});

describe('R-046 two editors of one draft', () => {
  const base = [row(1, 'а'), row(2, 'б'), row(3, 'в')];
  const titles = (rows: readonly TopicRow[]) => rows.map(({ title }) => title).join(' ');
  const cases: [string, TopicRow[], TopicRow[], string, number, number][] = [
    ['nobody changed anything', base, base, 'а б в', 0, 0],
    [
      'other cells of a line',
      [row(1, 'А'), row(2, 'б'), row(3, 'в')],
      [row(1, 'а', { hours: '4' }), ...base.slice(1)],
      'А б в',
      0,
      0,
    ],
    ['the same cell alike', [row(1, 'Я'), ...base.slice(1)], [row(1, 'Я'), ...base.slice(1)], 'Я б в', 0, 0],
    ['the same cell differently', [row(1, 'моё'), ...base.slice(1)], [row(1, 'их'), ...base.slice(1)], 'моё б в', 1, 0],
    ['both added', [row(1, 'а'), row(null, 'м'), ...base.slice(1)], [...base, row(9, 'и')], 'а м б в и', 0, 0],
    ['I removed what they left', base.slice(1), base, 'б в', 0, 0],
    ['they removed what I left', base, base.slice(1), 'б в', 0, 0],
    ['they removed what I changed', [row(1, 'а'), row(2, 'Б'), row(3, 'в')], [row(1, 'а'), row(3, 'в')], 'а Б в', 0, 1],
    ['I removed what they changed', [row(1, 'а'), row(3, 'в')], [row(1, 'а'), row(2, 'Б'), row(3, 'в')], 'а Б в', 0, 1],
    [
      'I moved, they added',
      [row(3, 'в'), row(1, 'а'), row(2, 'б')],
      [row(1, 'а'), row(9, 'и'), row(2, 'б'), row(3, 'в')],
      'в а и б',
      0,
      0,
    ],
  ];
  test.each(cases)('%s', (_, mine, theirs, after, conflicts, kept) => {
    const merged = mergeTopics(base, mine, theirs);
    expect([titles(merged.rows), merged.conflicts.length, merged.kept]).toEqual([after, conflicts, kept]);
  });

  test('T-085 nothing that either typed is lost, whatever both did', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const edited = (rows: readonly TopicRow[], who: string, firstId: number | null) => {
      let added = 0;
      return rows.flatMap((one) => {
        const changed = random(3) === 0 ? { ...one, [topicFields[random(7)] ?? 'title']: `${who}${random(99)}` } : one;
        const id = firstId === null ? null : firstId + added;
        const extra = random(4) === 0 ? [row(id, `${who} новое ${one.id} ${added++}`)] : [];
        return random(6) === 0 ? extra : [changed, ...extra];
      });
    };
    const rounds = inject('rounds') === 'full' ? 20_000 : 300;
    for (let round = 0; round < rounds; round += 1) {
      const begun = Array.from({ length: 1 + random(8) }, (_, place) => row(place + 1, `т${place}`));
      const mine = edited(begun, 'я', null);
      const theirs = edited(begun, 'он', 100);
      const { rows, conflicts } = mergeTopics(begun, mine, theirs);
      const found = new Set([
        ...rows.flatMap((one) => topicFields.map((field) => one[field])),
        ...conflicts.map((conflict) => conflict.theirs),
      ]);
      const typed = [...mine, ...theirs].flatMap((one) => topicFields.map((field) => one[field]));
      expect(typed.filter((text) => /^(я|он)/.test(text) && !found.has(text))).toEqual([]);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }
  });
});
