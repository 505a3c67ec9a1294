import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellText } from '@/reports/cell-text';
import type { ReportFormat } from '@/reports/define';
import type { ReportDocument } from '@/reports/document';
import { findReport, reportIds } from '@/reports/registry';
import { ReportView } from '@/reports/render/html';
import { testDatabase } from '../../support/database';
import { fillJournal } from '../../support/filled-journal';
import { readPdf } from '../../support/read-pdf';
import { readCsv, readXlsx } from '../../support/read-sheets';
import { buildWorld, type World } from '../../support/world';

const { signal } = new AbortController();
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
afterAll(() => world.close());

type Person = keyof World['people'];
const report = (id: string) => {
  const found = findReport(id);
  if (!found) throw new Error(`there is no report ${id}`);
  return found;
};
const query = (group = world.college.groups.isp) => ({
  group: String(group),
  period: String(world.college.periods.first),
});
const bytesOf = async (id: string, format: ReportFormat) => {
  const file = await report(id).file(await world.actor('venera'), format, query(), signal);
  if (!file) throw new Error(`${id} has no ${format}`);
  expect(file.name).toMatch(new RegExp(`\\.${format}$`));
  return Buffer.concat(await file.stream.toArray());
};

/** Cells of the tables, as their words; empty ones left out. */
function cellsOf({ blocks }: ReportDocument): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [...block.rows, ...block.totals].flat().map(cellText).filter(Boolean) : [],
  );
}

const students = ['Абдуллин', 'Давлетшина', 'Иванов'];
const teachers = ['Хабибуллина'];

const squeezed = (words: string) => words.replaceAll(/\s+/g, '');

/** How often each word stands there; a number is its value, however many zeros end it. */
function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.map(squeezed)) {
    const key = /^-?\d+([.,]\d+)?$/.test(word) ? String(Number(word.replace(',', '.'))) : word;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const unescaped = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

describe.each(reportIds.filter((id) => !report(id).college))('%s', (id) => {
  test('page, XLSX and CSV hold the same cells', async () => {
    const document = await report(id).document(await world.actor('venera'), query());
    if (!document) throw new Error('no document');
    const cells = counted(cellsOf(document));
    expect(cells.size).toBeGreaterThanOrEqual(10);
    const workbook = readXlsx(await bytesOf(id, 'xlsx')).flat();
    expect(workbook.filter(({ type }) => type === 'formula')).toEqual([]);
    const html = renderToStaticMarkup(createElement(ReportView, { document }));
    const formats = {
      csv: counted(
        readCsv(await bytesOf(id, 'csv'))
          .flat()
          .map(({ value }) => value),
      ),
      xlsx: counted(workbook.map(({ value }) => value)),
      page: counted([...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, words = '']) => unescaped(words))),
    };
    for (const [format, found] of Object.entries(formats)) {
      const missing = [...cells].filter(([cell, times]) => (found.get(cell) ?? 0) < times);
      expect([format, missing]).toEqual([format, []]);
    }
  });

  test('the PDF can be searched for the names', async () => {
    const pages = await readPdf(await bytesOf(id, 'pdf'));
    const words = squeezed(pages.map(({ text }) => text).join(' '));
    for (const name of id === 'programme-fulfilment' ? teachers : students) expect(words).toContain(name);
  });

  test('R-010 a foreign role, a foreign group and a missing one are nothing; bad parameters are named', async () => {
    const asked = async (who: Person, asks: Record<string, string>) =>
      report(id).file(await world.actor(who), 'csv', asks, signal);
    expect(await asked('tatyana', query())).not.toBeNull();
    expect(await asked('tatyana', query(world.college.groups.pkd))).toBeNull();
    expect(await asked('gulnara', query())).toBeNull();
    expect(await asked('alina', query())).toBeNull();
    expect(await asked('venera', query(999_999))).toBeNull();
    await expect(asked('venera', { group: 'x' })).rejects.toMatchObject({
      code: 'INVALID',
      options: { fields: ['group'] },
    });
    await expect(asked('venera', { ...query(), colour: 'red' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});
