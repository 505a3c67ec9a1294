import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnv } from '@/server/env';
import { runNode } from './run-node';
import { hashSources, isFresh } from './source-hash';

/** A page's garbage dies young: with a larger nursery the server collects a third as often. In megabytes. */
export const servingFlags = ['--max-semi-space-size=32'];
export const nextBin = path.join('node_modules', 'next', 'dist', 'bin', 'next');
const marker = path.join('.next', 'sources.sha256');
const sources = [
  'src',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  path.join('prisma', 'schema'),
];
const untouchedByBuild = [path.join('src', 'cli'), path.join('src', 'server', 'prisma')];

/** Builds the application when its sources have changed since the last build. @returns whether it was built now */
export async function ensureProductionBuild(): Promise<boolean> {
  const hash = hashSources(sources, (file) => untouchedByBuild.includes(file) || /\.test\.tsx?$/.test(file));
  if (isFresh(marker, hash)) return false;
  rmSync(marker, { force: true });
  await runNode([nextBin, 'build'], childEnv({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }));
  writeFileSync(marker, hash);
  return true;
}
