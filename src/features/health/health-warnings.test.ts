import { expect, test } from 'vitest';
import { healthWarnings } from './health-warnings';

const gib = 1024 ** 3;
const disk = (free: number, size: number) => ({ bavail: free / 4096, bsize: 4096, blocks: size / 4096 });
const roomy = disk(50 * gib, 100 * gib);

test.each([
  ['nothing', 0, roomy, []],
  ['a clock 5 s away', -5_000, roomy, []],
  ['a clock further away', 5_001, roomy, ['clock-skew']],
  ['a clock behind', -5_001, roomy, ['clock-skew']],
  ['1 GiB of 10 free', 0, disk(gib, 10 * gib), []],
  ['less than 1 GiB of 10 free', 0, disk(gib - 4096, 10 * gib), ['disk-space']],
  ['1 GiB of 100 free: less than 5 %', 0, disk(gib, 100 * gib), ['disk-space']],
  ['both', 60_000, disk(0, gib), ['clock-skew', 'disk-space']],
  ['a database that does not answer, no folder of data', undefined, null, []],
])('T-150 T-095 T-103 health warns of %s', (_, skew, space, warnings) => {
  expect(healthWarnings(skew, space)).toEqual(warnings);
});

test('T-150 T-101 health warns of jobs that nobody takes up for five minutes', () => {
  expect(healthWarnings(0, null, 300)).toEqual([]);
  expect(healthWarnings(0, null, 301)).toEqual(['jobs-waiting']);
});
