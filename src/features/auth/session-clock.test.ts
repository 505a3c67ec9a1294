import { describe, expect, test } from 'vitest';
import { secondsLeft } from './session-clock';

const minute = 60_000;

describe('T-007 how long a sign-in still lasts', () => {
  test.each([
    ['just answered', 0, 0, 3600],
    ['two minutes before the end', 0, 58 * minute, 120],
    ['work in between begins it anew', 30 * minute, 58 * minute, 32 * 60],
    ['over', 0, 61 * minute, -60],
    ['never beyond the latest end', 119 * minute, 119 * minute, 60],
  ])('T-007 %s', (_, contact, now, left) => {
    expect(secondsLeft({ opened: 0, contact, now, idleSeconds: 3600, lifeSeconds: 7200 })).toBe(left);
  });
});
