import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSources } from './sources';

/** Ids due so far, each with what later work adds to it. */
const due = JSON.parse(readFileSync('tests/trust-due.json', 'utf8')) as Record<string, string>;

const titlePattern = /(?:\b(?:test|it|describe)((?:\.\w+)*)|\))\(\s*(['"`])((?:(?!\2)[^\n])*)\2/g;
const switchedOff = /\.(skip|todo|fixme|skipIf|runIf|fails)\b/;

function titles(): { id: string; off: boolean }[] {
  return readSources('src', 'tests', 'prisma')
    .filter(({ file }) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap(({ text }) => [...text.matchAll(titlePattern)])
    .flatMap(([, modifiers = '', , title = '']) =>
      [...title.matchAll(/T-\d{3}/g)].map(([id]) => ({ id, off: switchedOff.test(modifiers) })),
    );
}

test('every trust requirement that is due has a test that runs', () => {
  const running = new Set(titles().flatMap(({ id, off }) => (off ? [] : [id])));
  expect(Object.keys(due).filter((id) => !running.has(id))).toEqual([]);
});

test('no test of a trust requirement is switched off', () => {
  expect(titles().filter(({ off }) => off)).toEqual([]);
});

test('the list of due requirements is in order and says what is missing', () => {
  const ids = Object.keys(due);
  expect(ids).toEqual([...ids].sort());
  expect(ids.filter((id) => !/^T-\d{3}$/.test(id))).toEqual([]);
});
