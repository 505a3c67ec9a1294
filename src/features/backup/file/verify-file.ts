import { createHash } from 'node:crypto';
import { type Contents, damaged, type Manifest } from './layout';
import { FileReader } from './read-file';
import { Lines, RowSum } from './row-sum';

export type Verified = { contents: Contents; manifest: Manifest; digest: string; rows: number; bytes: number };

type Options = { signal?: AbortSignal; progress?: (done: number, total: number) => Promise<void> };

/**
 * Reads a copy from end to end: every part genuine, in its place and none missing, rows and hash of each table as the manifest
 * says (T-111). @throws Refusal BACKUP_REFUSED naming the damaged part
 */
export async function verifyFile(
  path: string,
  passphrase: string,
  { signal, progress }: Options = {},
): Promise<Verified> {
  const reader = await FileReader.open(path, passphrase);
  try {
    const sums = reader.contents.tables.map(() => new RowSum());
    const lines = sums.map((sum) => new Lines((line) => sum.add(line)));
    for await (const { table, bytes } of reader.rows(progress)) {
      signal?.throwIfAborted();
      lines[table]?.push(bytes);
    }
    const manifest = reader.end();
    for (const [place, { name, rows, hash }] of manifest.tables.entries()) {
      const sum = sums[place];
      const same = reader.contents.tables[place]?.name === name && lines[place]?.isWhole;
      if (!same || sum?.rows !== rows || sum.hash() !== hash)
        throw damaged(`таблица ${name}, строки не сходятся с описью`);
    }
    if (manifest.tables.length !== sums.length) throw damaged('опись таблиц');
    const rows = sums.reduce((total, sum) => total + sum.rows, 0);
    return { contents: reader.contents, manifest, digest: digestOf(manifest), rows, bytes: reader.size };
  } finally {
    await reader.close();
  }
}

/** One value of all tables and sequences. */
export function digestOf(manifest: Manifest): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
}
