import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleBook, sampleCourse } from '../../tests/bench/ledger-sample';
import { type PdfPage, readPdf } from '../../tests/support/read-pdf';
import { renderLedger } from './ledger';
import type { LedgerBook, LedgerCourse } from './ledger/book';
import { planLedger } from './ledger/plan';

const small = (change: Partial<LedgerBook> = {}): LedgerBook => ({
  ...sampleBook({ courses: 3, lessons: 20 }),
  ...change,
});
const pageNumber = ({ texts }: PdfPage) =>
  texts.find(({ text, x, y }) => Math.abs(y - 14) < 0.2 && x > 170 && /^\d+$/.test(text))?.text;
const letters = (text: string) => text.replace(/\s/g, '');

describe('the printed set (R-112, R-137, R-138, R-141)', () => {
  const book = small();
  let pages: PdfPage[] = [];

  beforeAll(async () => {
    pages = await readPdf(renderLedger(book));
  });

  test('pages are numbered at the top right from 1 without a gap', () => {
    expect(pages.map(pageNumber)).toEqual(pages.map((_, i) => String(i + 1)));
  });

  test('page 1 holds title, contents and group list', () => {
    const text = pages[0]?.text ?? '';
    for (const part of [book.documentTitle, 'Содержание', 'Список группы', 'ИСП-25-1']) expect(text).toContain(part);
    for (const { name } of book.students ?? []) expect(text).toContain(name);
  });

  test('the contents name the pages where each course stands', async () => {
    const plan = await planLedger(book);
    for (const { index, firstPage, lastPage } of plan.courses) {
      const title = book.courses[index]?.title ?? '';
      expect(pages[0]?.text).toMatch(new RegExp(`${title}.*${firstPage}–${lastPage}`));
      const found = pages.flatMap(({ text }, i) => (i > 0 && text.includes(title) ? [i + 1] : []));
      expect(Math.min(...found)).toBe(firstPage);
      expect(Math.max(...found)).toBe(lastPage - 1);
    }
  });

  test('grids stand on even pages, their lessons on the odd page facing them, in the same order', () => {
    const [course] = book.courses as [LedgerCourse];
    const grid = pages[1]?.texts ?? [];
    expect(pages[1]?.text).toContain('Наименование дисциплины');
    expect(pages[2]?.text).toContain('Содержание (тема) занятия');
    const days = grid
      .filter(({ y }) => Math.abs(y - 41.1) < 0.6)
      .map(({ text }) => text)
      .filter((text) => /^\d+$/.test(text));
    const dates = pages[2]?.texts.filter(({ text, x }) => x < 43 && /^\d\d\.\d\d$/.test(text)).map(({ text }) => text);
    expect(days).toEqual(course.lessons.slice(0, 16).map(({ day }) => day));
    expect(dates).toEqual(course.lessons.slice(0, 16).map(({ date }) => date));
  });

  test('rows of both pages have one pitch', () => {
    const names = pages[1]?.texts.filter(({ text }) => /^\d+$/.test(text)).filter(({ x, y }) => x < 17 && y > 47) ?? [];
    const dates = pages[2]?.texts.filter(({ text, x }) => x < 43 && /^\d\d\.\d\d$/.test(text)) ?? [];
    const pitch = (rows: { y: number }[]) => ((rows[10]?.y ?? 0) - (rows[0]?.y ?? 0)) / 10;
    expect(pitch(names)).toBeCloseTo(7.7, 1);
    expect(pitch(dates)).toBeCloseTo(pitch(names), 1);
  });

  test('the last page of a course holds plan, notes and signatures; the last of the set its certification', () => {
    const last = pages[4]?.text ?? '';
    for (const part of [
      'по плану 40 ч, дано 40 ч',
      'Замены периода:',
      'Внесено позже срока:',
      'подпись',
      'расшифровка',
    ]) {
      expect(last).toContain(part);
    }
    expect(pages.at(-1)?.text).toContain(`Ведомость содержит ${pages.length} пронумерованных`);
    expect(pages.at(-1)?.text).toContain('М. П.');
  });

  test('every page carries number, code, sheets and hash', () => {
    for (const [i, { text }] of pages.entries()) {
      for (const part of ['№ 2026-1-0417 от 30.12.2026', '7KQ4-M2XD-93', `из ${pages.length}`])
        expect(text).toContain(part);
      expect(letters(text)).toContain('SHA-256f35161909cad2f091ceb26b69d5f42086a96c116b4373c89a3ebba957e682fb7');
      if (i === 2) expect(text).toContain('листы 2–3 из');
    }
  });

  test('nothing is drawn outside the page or into the binding margin (R-143)', () => {
    for (const [i, { texts }] of pages.entries()) {
      const [left, right] = i % 2 === 0 ? [30, 200] : [10, 180];
      for (const { text, x, y, width } of texts) {
        expect({ text, inside: x >= left - 0.1 && x + width <= right + 0.5 && y > 10 && y < 290 }).toEqual({
          text,
          inside: true,
        });
      }
    }
  });
});

test('a draft is marked on every page and has neither number nor code', async () => {
  for (const { text } of await readPdf(renderLedger(small({ status: { draft: true } })))) {
    expect(text).toContain('ПРОЕКТ');
    expect(text).not.toMatch(/2026-1-0417|7KQ4|SHA-256/);
  }
});

test('a course printed alone keeps its pages of the set (R-141)', async () => {
  const book = small();
  const plan = await planLedger(book);
  const pages = await readPdf(renderLedger(book, { plan, onlyCourses: [1] }));
  expect(pages.map(pageNumber)).toEqual(['6', '7', '8', '9']);
  expect(pages[0]?.text).toContain(book.courses[1]?.title);
  expect(pages[0]?.text).toContain(`листы 6–7 из ${plan.pages}`);
});

test('no letter of a topic is lost, however long, in whatever script', async () => {
  const course = sampleCourse('Физика', 25, 12);
  const topic = 'Оченьдлинноесловобезпробелов'.repeat(360);
  const homework = 'Прочитать главу, ответить на вопросы, составить конспект и решить задачи. '.repeat(20);
  const lessons = course.lessons.map((lesson, i) => {
    if (i === 3) return { ...lesson, topic };
    if (i === 5) return { ...lesson, homework };
    return i === 7 ? { ...lesson, topic: '😀 שלום مرحبا 中文 '.repeat(30) } : lesson;
  });
  const pages = await readPdf(renderLedger(small({ courses: [{ ...course, lessons }] })));
  const column = (from: number, to: number) => {
    const body = pages.flatMap(({ texts }, i) => {
      const left = i % 2 === 0 ? 30 : 10;
      return texts.filter(({ x, y }) => x > left + from && x < left + to && y > 47.5 && y < 266);
    });
    return letters(body.map(({ text }) => text).join(''));
  };
  expect(column(33, 99).includes(topic)).toBe(true);
  expect(column(99, 141).includes(letters(homework))).toBe(true);
});

test('the same book gives the same bytes, another moment other bytes', async () => {
  const hash = async (book: LedgerBook) =>
    createHash('sha256')
      .update(await buffer(renderLedger(book)))
      .digest('hex');
  const first = await hash(small());
  expect(await hash(small())).toBe(first);
  expect(await hash(small({ createdAt: '2026-12-31T00:00:00.000Z' }))).not.toBe(first);
});

describe('T-051 a long print', () => {
  const long = sampleBook({ courses: 12, lessons: 300 });

  test('stops when its signal is aborted', async () => {
    const stop = new AbortController();
    const stream = renderLedger(long, { signal: stop.signal });
    stream.once('data', () => stop.abort(new Error('stopped')));
    await expect(buffer(stream)).rejects.toThrow('stopped');
  });

  test('gives other work its turn after every page', async () => {
    let turns = 0;
    let waiting = setImmediate(function again() {
      turns += 1;
      waiting = setImmediate(again);
    });
    const pdf = await buffer(renderLedger(long));
    clearImmediate(waiting);
    const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(50);
    expect(turns).toBeGreaterThanOrEqual(pages);
  });
});
