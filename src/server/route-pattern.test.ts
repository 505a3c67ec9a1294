import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readRoutes } from './route-pattern';

const manifest = {
  staticRoutes: [{ page: '/' }, { page: '/journal' }],
  dynamicRoutes: [
    { page: '/api/auth/[...nextauth]', regex: '^/api/auth/(.+?)(?:/)?$' },
    { page: '/diary/[studentId]/subjects/[courseId]', regex: '^/diary/([^/]+?)/subjects/([^/]+?)(?:/)?$' },
    { page: '/reports/[reportId]', regex: '^/reports/([^/]+?)(?:/)?$' },
    { page: '/verify/[code]', regex: '^/verify/([^/]+?)(?:/)?$' },
  ],
};

test.each([
  ['/journal', '/journal', null],
  ['/diary/12/subjects/7', '/diary/[studentId]/subjects/[courseId]', '12/7'],
  ['/reports/period-ledger', '/reports/[reportId]', 'period-ledger'],
  ['/api/auth/callback/credentials', '/api/auth/[...nextauth]', null],
  ['/verify/7K3M-QX42', '/verify/[code]', null],
  ['/verify/abcd-efgh', '/verify/[code]', null],
  ['/_next/static/chunks/a.js', '/_next/static', null],
  ['/.env', '(none)', null],
  ['//journal', '(none)', null],
])('T-070 %s is written as %s, %s', (pathname, route, object) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'routes-'));
  writeFileSync(path.join(folder, 'routes-manifest.json'), JSON.stringify(manifest));
  expect(readRoutes(folder)(pathname)).toEqual({ route, object });
  rmSync(folder, { recursive: true });
  expect(readRoutes(folder)(pathname).route).toMatch(/^\((?:none)\)$|^\/_next\/static$/);
});
