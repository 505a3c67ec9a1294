import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { installationSecrets } from './installation';
import { secretWeakness } from './secret-strength';

const root = mkdtempSync(path.join(tmpdir(), 'vedomost-secrets-'));
afterAll(() => rmSync(root, { recursive: true }));

test('T-060 two installations share no secret, one keeps its own, nobody else may read them', () => {
  const first = installationSecrets(path.join(root, 'first'));
  const second = installationSecrets(path.join(root, 'second'));
  const shared = Object.values(first).filter((secret) => Object.values(second).includes(secret));
  expect(shared).toEqual([]);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(installationSecrets(path.join(root, 'first'))).toEqual(first);
  expect(statSync(path.join(root, 'first', 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('T-060 the secrets made at the first start pass the strictest check of a production start', () => {
  const { authSecret, actionsKey } = installationSecrets(path.join(root, 'strong'));
  expect(secretWeakness(authSecret)).toBeUndefined();
  expect(Buffer.from(actionsKey, 'base64')).toHaveLength(32);
});
