import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type LockEntry = { version?: string; integrity?: string; resolved?: string; link?: boolean };
type Manifest = Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>> & {
  allowScripts?: object;
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const npmrc = readFileSync('.npmrc', 'utf8').split('\n');

test('T-140 every installed package comes from the registry with a sha512', () => {
  const strange = Object.entries(lock.packages)
    .filter(([name]) => name !== '')
    .filter(([, { integrity = '', resolved, link }]) => link || !integrity.startsWith('sha512-') || isForeign(resolved))
    .map(([name]) => name);
  expect(strange).toEqual([]);
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
});

test('T-140 versions are exact and at least a week old when they are chosen', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  expect(manifest.scripts.add).toContain('--min-release-age=7');
  expect(npmrc).toContain('save-exact=true');
});

test('T-141 no install script runs and none is approved', () => {
  expect(npmrc).toContain('ignore-scripts=true');
  expect(manifest.allowScripts ?? {}).toEqual({});
  expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci --ignore-scripts');
});

/** Where the lockfile names an address at all, it must be a registry's tarball. */
const isForeign = (resolved: string | undefined) =>
  resolved !== undefined && !/^https:\/\/[^/]+\/.+\.tgz$/.test(resolved);
