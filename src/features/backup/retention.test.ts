import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, mondayOf } from '@/domain/calendar/local-date';
import { copiesToRemove, type KeptCopy } from './retention';

type Day = (date: string, index: number) => KeptCopy[];

/** Copies that lie there at the end of each simulated day, the latest first. */
function simulate(days: number, made: Day, each: (kept: KeptCopy[], today: string) => void): void {
  let kept: KeptCopy[] = [];
  for (let index = 0; index < days; index += 1) {
    const today = addDays('2026-09-01', index);
    kept = [...made(today, index), ...kept];
    const gone = new Set(copiesToRemove(kept, today));
    kept = kept.filter(({ name }) => !gone.has(name));
    each(kept, today);
  }
}

const copy = (date: string, media = 2, n = 0): KeptCopy => ({ name: `${date} ${n} ${media}`, date, media });

describe('T-115 400 simulated days', () => {
  test('a copy a day: 7 days, 5 weeks and 12 months are there, nothing older than 13 months', () => {
    simulate(
      400,
      (date) => [copy(date)],
      (kept, today) => {
        const dates = kept.map(({ date }) => date);
        for (let back = 0; back < 7; back += 1) {
          const date = addDays(today, -back);
          if (date >= '2026-09-01') expect(dates).toContain(date);
        }
        expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
        expect(Math.max(...dates.map((date) => daysBetween(date, today)))).toBeLessThan(396);
        if (today > '2027-09-01') {
          expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(12);
          for (let back = 0; back < 5; back += 1)
            expect(dates.map(mondayOf)).toContain(addDays(mondayOf(today), -7 * back));
        }
      },
    );
  });

  test('two a day, every third not verified, a fortnight of none: the latest verified one is never removed', () => {
    simulate(
      400,
      (date, index) => (index % 60 > 45 ? [] : [copy(date, index % 3, 2), copy(date, index % 2, 1)]),
      (kept, today) => {
        const latest = kept.find(({ media }) => media > 0);
        expect(latest === undefined && today > '2026-09-03').toBe(false);
        for (const one of kept.filter(({ media }) => media === 0)) {
          expect(daysBetween(one.date, today)).toBeLessThan(7);
        }
      },
    );
  });

  test('when verified copies stop coming, the last one stays, however old', () => {
    simulate(
      800,
      (date, index) => [copy(date, index < 10 ? 1 : 0)],
      (kept, today) => {
        expect(kept.some(({ media }) => media > 0)).toBe(true);
        if (today > '2028-01-01') expect(kept.filter(({ media }) => media > 0)).toEqual([copy('2026-09-10', 1)]);
      },
    );
  });

  test('of one day the copy on two media stays rather than a later one on one; today nothing goes', () => {
    const copies = [copy('2026-10-14', 1, 3), copy('2026-10-14', 2, 2), copy('2026-10-14', 2, 1)];
    expect(copiesToRemove(copies, '2026-10-14')).toEqual([]);
    const next = [copy('2026-10-15'), ...copies];
    expect(copiesToRemove(next, '2026-10-15')).toEqual(['2026-10-14 3 1', '2026-10-14 1 2']);
  });
});
