import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportIds } from '@/reports/registry';
import { registerCommands } from '../support/matrix-commands';
import { itemOf } from '../support/matrix-entries';
import { builtActions, type InventorySources, inventory } from '../support/matrix-inventory';
import { entries } from './all-entries';
import { commands } from './entries/commands';

/** What stands in one list only; both sides empty = they agree. */
function disagreement(found: readonly string[], entered: readonly string[]) {
  return {
    withoutEntry: found.filter((item) => !entered.includes(item)),
    stale: entered.filter((item) => !found.includes(item)),
    doubled: found.filter((item, place) => found.indexOf(item) !== place),
  };
}

const agreed = { withoutEntry: [], stale: [], doubled: [] };

describe('T-020 inventory and entries agree', () => {
  let registered: string[];
  let defined: number;
  beforeAll(async () => {
    const found = await registerCommands();
    registered = [...found.registry.keys()];
    defined = found.defined;
  });

  test('T-020 every page, route method, action, command, report × format and metadata route has exactly one entry', () => {
    const found = inventory({
      appDir: path.join('src', 'app'),
      publicDir: 'public',
      actions: builtActions('.next'),
      commands: registered,
      reports: reportIds,
    });
    const entered = [
      ...new Set(Object.keys(entries).map(itemOf)),
      ...Object.keys(commands).map((name) => `command ${name}`),
    ];
    expect(disagreement(found, entered)).toEqual(agreed);
  });

  test('T-020 no two commands share a name', () => {
    expect(registered).toHaveLength(defined);
  });

  test('T-020 a command that is said to be reachable names an entry', () => {
    const ways = Object.entries(commands).flatMap(([name, entry]) => ('via' in entry ? [[name, entry.via]] : []));
    const known = new Set(Object.keys(entries).map(itemOf));
    expect(ways.filter(([, via]) => !known.has(via ?? ''))).toEqual([]);
  });
});

describe('T-020 self-test: what is added is missed by name', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'inventory-'));
  const appDir = path.join(root, 'app');
  const put = (file: string, text = '') => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const action = (exportedName: string) => ({ id: exportedName, exportedName, filename: 'src/features/x/actions.ts' });
  const sources = (changes: Partial<InventorySources> = {}): InventorySources => ({
    appDir,
    publicDir: path.join(root, 'public'),
    actions: [action('publishAction')],
    commands: ['x.publish'],
    reports: ['ledger'],
    ...changes,
  });
  let entered: string[];

  beforeAll(() => {
    put('app/(shell)/page.tsx');
    put('app/api/cells/route.ts', 'export const GET = read, PATCH = write;');
    put('app/api/reports/[reportId]/pdf/route.ts', 'export async function GET() {}');
    put('app/manifest.ts');
    entered = inventory(sources());
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('T-020 the fixture as it stands', () => {
    expect(entered).toEqual([
      'GET /api/cells',
      'GET /api/reports/[reportId]/pdf',
      'PATCH /api/cells',
      'action publishAction',
      'command x.publish',
      'metadata /manifest.webmanifest',
      'page /',
      'report /api/reports/ledger/pdf',
    ]);
  });

  const route = 'export const GET = read, PATCH = write;';
  type Addition = { files?: Record<string, string>; sources?: Partial<InventorySources>; names: string[] };
  const additions: Record<string, Addition> = {
    'a page': { files: { 'app/(shell)/secret/[id]/page.tsx': '' }, names: ['page /secret/[id]'] },
    'a computed title': {
      files: { 'app/t/page.tsx': 'export async function generateMetadata() {}' },
      names: ['page /t', 'page /t · generateMetadata'],
    },
    'a method': {
      files: { 'app/api/cells/route.ts': `${route} export { write as DELETE };` },
      names: ['DELETE /api/cells'],
    },
    'a method by destructuring': {
      files: { 'app/api/all/route.ts': 'export const { GET, POST } = both;' },
      names: ['GET /api/all', 'POST /api/all'],
    },
    'an image': { files: { 'app/(shell)/opengraph-image.tsx': '' }, names: ['metadata /opengraph-image'] },
    'a file for everybody': { files: { 'public/leak.csv': '' }, names: ['static /leak.csv'] },
    'an exported action': {
      sources: { actions: [action('publishAction'), action('$$RSC_SERVER_ACTION_0')] },
      names: ['action $$RSC_SERVER_ACTION_0'],
    },
    'a command': { sources: { commands: ['x.publish', 'x.grant'] }, names: ['command x.grant'] },
    'a report': { sources: { reports: ['ledger', 'summary'] }, names: ['report /api/reports/summary/pdf'] },
    'a format': {
      files: { 'app/api/reports/[reportId]/csv/route.ts': 'export const GET = 1;' },
      names: ['GET /api/reports/[reportId]/csv', 'report /api/reports/ledger/csv'],
    },
  };
  test.each(Object.entries(additions))('T-020 %s', (_, { files = {}, sources: changed = {}, names }) => {
    const before = inventory(sources());
    for (const [file, text] of Object.entries(files)) put(file, text);
    expect(disagreement(inventory(sources(changed)), before)).toEqual({ ...agreed, withoutEntry: names });
  });

  test('T-020 a stale and a doubled entry', () => {
    expect(disagreement(['page /'], ['page /', 'page /gone'])).toEqual({ ...agreed, stale: ['page /gone'] });
    expect(disagreement(['action a', 'action a'], ['action a'])).toEqual({ ...agreed, doubled: ['action a'] });
  });
});
