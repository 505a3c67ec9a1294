import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { EmbeddedPostgres } from '@/server/postgres/embedded';
import { localEnv } from './local-database';

const root = mkdtempSync(path.join(tmpdir(), 'vedomost-training-'));
afterAll(() => rmSync(root, { recursive: true }));

test('R-018 the invented college takes writes at the address that it is given; development stays here', () => {
  const postgres = { runtimeUrl: 'postgresql://app@localhost/vedomost' } as EmbeddedPostgres;
  const settings = { port: 3100, dataDir: root, demoDate: undefined, trainingUrl: 'https://training.college.example' };
  const address = (mode: 'demo' | 'dev', trainingUrl: string | undefined) =>
    localEnv(postgres, { ...settings, trainingUrl }, mode).NEXTAUTH_URL;
  expect(address('demo', settings.trainingUrl)).toBe('https://training.college.example');
  expect(address('demo', undefined)).toBe('http://localhost:3100');
  expect(address('dev', settings.trainingUrl)).toBe('http://localhost:3100');
});
