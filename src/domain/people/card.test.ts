import { describe, expect, it, test } from 'vitest';
import { type CardFacts, checkState, contradicts, gapsOfCard, halfYearOf } from './card';
import { sexOfPatronymic } from './sex';

const full: CardFacts = {
  birthDate: '2010-01-15',
  phone: '+7 927 000-00-00',
  registeredAddress: 'Заречный, Садовая, 1',
  livingAddress: 'Заречный, Садовая, 1',
  socialStatuses: ['none'],
  guardians: [{ phone: '+7 927 000-00-01' }, { phone: null }],
};

describe('R-035 what a card lacks', () => {
  it.each([
    ['nothing', {}, []],
    ['a day of birth', { birthDate: null }, ['birthDate']],
    ['contacts', { phone: '', livingAddress: null }, ['phone', 'livingAddress']],
    ['social status', { socialStatuses: [] }, ['socialStatus']],
    ['a minor’s parents', { guardians: [] }, ['guardian']],
    ['their telephone', { guardians: [{ phone: null }] }, ['guardianPhone']],
    ['an adult needs no parents', { birthDate: '2008-10-14', guardians: [] }, []],
    ['the eve of the 18th birthday', { birthDate: '2008-10-15', guardians: [] }, ['guardian']],
  ])('%s', (_, given, gaps) => {
    expect(gapsOfCard({ ...full, ...given }, '2026-10-14')).toEqual(gaps);
  });

  it('«нет» stands alone among social circumstances', () => {
    expect([contradicts(['none']), contradicts(['orphan', 'dormitory']), contradicts(['none', 'orphan'])]).toEqual([
      ...[false, false, true],
    ]);
  });
});

describe('R-036 once a half-year', () => {
  it.each([
    ['2026-09-01', '2026-09-01', '2026-01-01'],
    ['2026-12-31', '2026-09-01', '2026-01-01'],
    ['2027-01-01', '2027-01-01', '2026-09-01'],
    ['2027-08-31', '2027-01-01', '2026-09-01'],
  ])('%s lies in the half-year from %s', (day, start, previousStart) => {
    expect(halfYearOf(day)).toEqual({ start, previousStart });
  });

  it.each([
    ['checked this half-year', '2026-09-02', '2025-09-01', 'done'],
    ['checked in the last one', '2026-02-10', '2025-09-01', 'due'],
    ['checked a year ago', '2025-10-10', '2025-09-01', 'overdue'],
    ['never, an old student', null, '2025-09-01', 'overdue'],
    ['never, a new one', null, '2026-09-01', 'due'],
  ])('%s', (_, last, since, state) => {
    expect(checkState(last, since, '2026-10-14')).toBe(state);
  });
});

test.each([
  ['Маратовна', 'female'],
  ['Ильинична', 'female'],
  ['Рашит кызы', 'female'],
  ['Ильдарович', 'male'],
  ['Ильич', 'male'],
  ['Мамед оглы', 'male'],
  ['', null],
  ['Ли', null],
])('a patronymic tells the sex: %s', (patronymic, sex) => {
  expect(sexOfPatronymic(patronymic)).toBe(sex);
});
