import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '@/cli/sbom';

type LockEntry = { version?: string; integrity?: string; resolved?: string; link?: boolean; dev?: boolean };
type Floors = Record<string, { version: string; reason: string }>;
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

describe('T-142 what the product is made of', () => {
  test('T-142 each of at most 30 runtime packages has its reason', () => {
    const direct = Object.keys(manifest.dependencies);
    const reasons = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| \S/gm)];
    expect(direct.length).toBeLessThanOrEqual(30);
    expect(reasons.map(([, name]) => name)).toEqual(direct.toSorted());
  });

  test('T-142 the bill of materials equals the lockfile', () => {
    const { components } = billOfMaterials(readFileSync('package-lock.json', 'utf8'));
    const installed = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && !dev);
    const named = installed.map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`);
    expect(components.map(({ name, version }) => `${name}@${version}`).toSorted()).toEqual(
      [...new Set(named)].toSorted(),
    );
    for (const name of Object.keys(manifest.dependencies)) {
      expect(components.find((part) => part.name === name)).toMatchObject({
        version: manifest.dependencies[name],
        scope: 'required',
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      });
    }
  });
});

test('T-143 nothing is installed below the first version without a known weakness', () => {
  const floors = JSON.parse(readFileSync('tests/architecture/advisory-floors.json', 'utf8')) as Floors;
  const below = Object.entries(floors).flatMap(([name, { version: floor }]) =>
    Object.entries(lock.packages)
      .filter(([place]) => place.split('node_modules/').at(-1) === name)
      .filter(([, { version = '0' }]) => version.localeCompare(floor, 'en', { numeric: true }) < 0)
      .map(([place, { version }]) => `${place} ${version} < ${floor}`),
  );
  expect(below).toEqual([]);
  expect(Object.keys(floors)).toEqual(expect.arrayContaining(['next', 'react', 'react-dom', 'next-auth']));
});
