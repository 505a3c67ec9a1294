import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnv } from '@/server/env';
import { runNode } from './run-node';
import { hashSources, isFresh } from './source-hash';

const output = path.join('src', 'server', 'prisma');
const prisma = path.join('node_modules', 'prisma', 'build', 'index.js');

/**
 * Generates the database client when the schema has changed. `generate` needs no schema engine but looks for one on the
 * net, so it is given any executable; nothing is downloaded.
 */
export async function ensurePrismaClient(): Promise<void> {
  if (!existsSync(prisma)) return; // an image without build tools holds a finished client
  const hash = hashSources([path.join('prisma', 'schema'), path.join('node_modules', 'prisma', 'package.json')]);
  const marker = path.join(output, 'schema.sha256');
  if (isFresh(marker, hash)) return;
  await runNode(
    [prisma, 'generate', '--schema', path.join('prisma', 'schema')],
    childEnv({
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
  );
  writeFileSync(marker, hash);
}
