import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '@/cli/run-node';
import { hashSources, isFresh } from '@/cli/source-hash';
import { childEnv } from '@/server/env';

/** Inside the repository, so that packages resolve upward to its own node_modules. */
export const benchTree = path.join('.data', 'bench-build');
const sources = [
  'src',
  'public',
  'package.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tests/bench/overlay',
];

/** The console and the tests are not part of what is measured. */
const isServed = (file: string) => file !== path.join('src', 'cli') && !/\.test\.tsx?$/.test(file);

/** The product's sources with the floor page and the raw route added, built once per state of the sources. */
export async function ensureBenchBuild(): Promise<void> {
  const marker = path.join(benchTree, 'sources.sha256');
  const hash = hashSources(sources, (file) => file.startsWith(path.join('src', 'cli')));
  if (isFresh(marker, hash)) return;
  rmSync(benchTree, { recursive: true, force: true });
  mkdirSync(benchTree, { recursive: true });
  for (const source of sources.slice(0, -1)) {
    if (existsSync(source)) cpSync(source, path.join(benchTree, source), { recursive: true, filter: isServed });
  }
  cpSync('tests/bench/overlay/floor', path.join(benchTree, 'src/app/(app)/bench-floor'), { recursive: true });
  cpSync('tests/bench/overlay/raw', path.join(benchTree, 'src/app/api/bench-raw'), { recursive: true });
  const next = path.resolve('node_modules', 'next', 'dist', 'bin', 'next');
  await runNode([next, 'build', benchTree], childEnv({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }));
  writeFileSync(marker, hash);
}
