import { describe, expect, test } from 'vitest';
import { findings, readSources } from './sources';

const product = readSources('src');
const everything = [...product, ...readSources('tests', 'prisma')];
const rules = /^tests\/architecture\//;

describe('the house', () => {
  test('no file is longer than 300 lines', () => {
    const long = everything.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ file }) => file);
    expect(long).toEqual([]);
  });

  test('process.env is read in one place; the framework and Prisma ask their own switches', () => {
    const allowed =
      /^(src\/server\/env\.ts|src\/instrumentation\.ts|tests\/architecture\/.*|prisma\/prisma\.config\.ts|tests\/bench\/overlay\/.*)$/;
    expect(findings(everything, /process\.env\b/, allowed)).toEqual([]);
  });

  test('transactions are opened by the gate and by the snapshot only', () => {
    expect(findings(product, /\$transaction\b/, /^src\/server\/(command|snapshot)\.ts$/)).toEqual([]);
  });

  test('no unfinished or switched-off work', () => {
    expect(findings(everything, /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)/, rules)).toEqual([]);
    expect(findings(everything, /\b(test|it|describe)\.(only|skip|todo|fixme)\b/, rules)).toEqual([]);
  });

  test('own modules are never mocked', () => {
    expect(findings(everything, /vi\.mock\(\s*['"](@\/|\.)/, rules)).toEqual([]);
  });
});

test('T-041 raw SQL is a tagged template, never a built string', () => {
  expect(findings(product, /RawUnsafe|Prisma\.raw\b/)).toEqual([]);
  expect(findings(product, /\$(query|execute)Raw\b(?!\s*(<|`))/, /^src\/server\/clock\.ts$/)).toEqual([]);
  expect(findings(product, /\$(query|execute)Raw/, /^src\/(server|features|reports|jobs|cli)\//)).toEqual([]);
  const ownConnections = /^src\/(server\/postgres|cli|features\/(health|backup))\//;
  expect(findings(product, /\bfrom 'pg'/, ownConnections)).toEqual([]);
});

test('T-046 stored text never becomes markup or code', () => {
  expect(findings(product, /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/)).toEqual(
    [],
  );
  expect(findings(product, /\beval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([]);
});

test('T-066 nothing personal is cached: no cache directive in the product', () => {
  const caches =
    /['"]use cache|unstable_cache|\bcacheLife\b|\bcacheTag\b|force-cache|export const revalidate\b|\brevalidate:/;
  expect(findings(product, caches)).toEqual([]);
});
