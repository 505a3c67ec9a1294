import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every path that docs/requirements.md names exists', () => {
  const text = readFileSync('docs/requirements.md', 'utf8');
  const paths = [...text.matchAll(/`((?:src|tests|prisma|docs)\/[^`\s:#]+)`/g)].map(([, name = '']) => name);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((name) => !existsSync(name))).toEqual([]);
});
