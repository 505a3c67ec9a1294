import { describe, expect, test } from 'vitest';
import { sampleBook, sampleCourse } from '../../../tests/bench/ledger-sample';
import type { LedgerBook } from './book';
import { LedgerTooLongError, planLedger } from './plan';

const withCourse = (students: number, lessons: number, change: Partial<LedgerBook['paper']> = {}): LedgerBook => {
  const book = sampleBook({ courses: 0, students });
  return {
    ...book,
    paper: { ...book.paper, ...change },
    courses: [sampleCourse('Физика', students, lessons), sampleCourse('Химия', students, 3)],
  };
};

describe('pages of a set (R-112, R-141)', () => {
  test.each([
    [1, 3, 2],
    [25, 16, 2],
    [25, 17, 4],
    [25, 140, 18],
    [34, 140, 18],
    [34, 3, 2],
    [60, 16, 4],
    [1, 0, 2],
    [0, 5, 2],
  ])('%i students, %i lessons: %i pages', async (students, lessons, pages) => {
    const plan = await planLedger(withCourse(students, lessons));
    const [first] = plan.courses;
    expect((first?.lastPage ?? 0) - (first?.firstPage ?? 0) + 1).toBe(pages);
  });

  test.each([
    ['both sides', {}],
    ['one side, 50 mm', { mirrored: false, bindingMargin: 50 }],
    ['30 lessons a page', { lessonsPerPage: 30 }],
    ['4 lessons a page', { lessonsPerPage: 4 }],
  ])('grids start on even pages and courses follow each other: %s', async (_, change) => {
    const plan = await planLedger(withCourse(27, 61, change));
    expect(plan.courses.map(({ firstPage }) => firstPage % 2)).toEqual([0, 0]);
    expect(plan.courses[1]?.firstPage).toBe((plan.courses[0]?.lastPage ?? 0) + 1);
    expect(plan.sheets.map(({ number }) => number)).toEqual(plan.sheets.map((__, i) => i + 1));
    expect(plan.pages).toBe(plan.sheets.length);
  });

  test('title, contents and list of a usual group stand on page 1; a large set gives each table its pages', async () => {
    expect((await planLedger(sampleBook({ courses: 12, lessons: 3, students: 25 }))).courses[0]?.firstPage).toBe(2);
    expect((await planLedger(sampleBook({ courses: 30, lessons: 3, students: 34 }))).courses[0]?.firstPage).toBe(4);
    expect((await planLedger(sampleBook({ courses: 60, lessons: 3, students: 90 }))).courses[0]?.firstPage).toBe(6);
  });

  test('a lesson longer than a page flows on and the next grid is again on an even page', async () => {
    const book = withCourse(25, 20);
    const lessons = book.courses[0]?.lessons.map((lesson, i) =>
      i === 4 ? { ...lesson, topic: 'о'.repeat(10_000) } : lesson,
    );
    const courses = book.courses.map((course, i) => (i === 0 ? { ...course, lessons: lessons ?? [] } : course));
    const plan = await planLedger({ ...book, courses });
    expect(plan.courses[1]?.firstPage).toBeGreaterThan(8);
    expect((plan.courses[1]?.firstPage ?? 1) % 2).toBe(0);
  });

  test('a part of a set starts at its own page', async () => {
    const plan = await planLedger(withCourse(25, 16), { part: { firstPage: 46, totalPages: 146 } });
    expect(plan.courses).toEqual([
      { index: 0, firstPage: 46, lastPage: 47 },
      { index: 1, firstPage: 48, lastPage: 49 },
    ]);
    expect({ pages: plan.pages, sheets: plan.sheets.length }).toEqual({ pages: 146, sheets: 4 });
  });
});

describe('T-051 bounds', () => {
  test('more than 5,000 pages are refused', async () => {
    const course = sampleCourse('Физика', 1, 4100);
    const book = { ...sampleBook({ courses: 0 }), courses: Array.from({ length: 12 }, () => course) };
    await expect(planLedger(book)).rejects.toBeInstanceOf(LedgerTooLongError);
  });

  test('an aborted signal stops the layout', async () => {
    const stop = new AbortController();
    const planned = planLedger(sampleBook({ courses: 12, lessons: 3000 }), { signal: stop.signal });
    setImmediate(() => stop.abort(new Error('stopped')));
    await expect(planned).rejects.toThrow('stopped');
  });
});
