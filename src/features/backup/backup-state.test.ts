import { expect, test } from 'vitest';
import { backupWarnings, colourOf, colourOfCopy } from './backup-state';

const now = new Date('2026-10-14T08:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const well = { lastCopy: ago(8), media: 2, lastDrill: ago(72), firstCopy: ago(1000), lastFailure: ago(500) };

test.each([
  ['both media, restored this week', {}, [], 'green'],
  ['26 hours old', { lastCopy: ago(26) }, [], 'green'],
  ['older', { lastCopy: ago(26.01) }, ['backup-stale'], 'red'],
  [
    'no copy at all',
    { lastCopy: null, media: 0, lastDrill: null, firstCopy: null, lastFailure: null },
    ['backup-stale'],
    'red',
  ],
  ['the latest one not made', { lastFailure: ago(7) }, ['backup-failed'], 'yellow'],
  [
    'none made so far',
    { lastCopy: null, media: 0, firstCopy: null, lastDrill: null },
    ['backup-stale', 'backup-failed'],
    'red',
  ],
  ['one medium', { media: 1 }, ['backup-one-medium'], 'yellow'],
  ['restored 8 days ago', { lastDrill: ago(192) }, [], 'green'],
  ['longer ago', { lastDrill: ago(192.1) }, ['backup-unverified'], 'red'],
  ['never restored, in the first week', { lastDrill: null, firstCopy: ago(100) }, [], 'green'],
  ['never restored for 8 days', { lastDrill: null, firstCopy: ago(193) }, ['backup-unverified'], 'red'],
])('T-113 T-116 %s', (_, facts, warnings, colour) => {
  const found = backupWarnings({ ...well, ...facts }, now);
  expect(found).toEqual(warnings);
  expect(colourOf(found)).toBe(colour);
});

test('T-113 a copy is green when both media were read again', () => {
  expect([0, 1, 2].map(colourOfCopy)).toEqual(['red', 'yellow', 'green']);
});
