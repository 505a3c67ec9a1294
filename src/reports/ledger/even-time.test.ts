import { expect, test } from 'vitest';
import { evenTime } from './even-time';

/** A clock that only work and waiting move. */
function paced(share = 0) {
  let time = 0;
  const pace = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
    choose: () => share,
  };
  const even = evenTime(pace);
  const take = async (ms: number, result: string | null) => {
    const started = time;
    const answer = await even(async () => {
      time += ms;
      return result;
    });
    expect(answer).toBe(result);
    return time - started;
  };
  return take;
}

test('T-033 an unknown code takes as long as the last known one, whatever finding nothing took', async () => {
  const take = paced();
  expect(await take(90, 'known')).toBe(90);
  expect([await take(2, null), await take(30, null), await take(95, null)]).toEqual([90, 90, 95]);
});

test('T-033 before anything was measured it takes a usual time', async () => {
  expect(await paced()(2, null)).toBe(150);
});

test('T-033 of many known ones, each of the last 32 may be the measure', async () => {
  const [first, last] = [paced(0), paced(0.999)];
  for (let ms = 1; ms <= 40; ms += 1) for (const take of [first, last]) await take(ms, 'known');
  expect([await first(0, null), await last(0, null)]).toEqual([9, 40]);
});
