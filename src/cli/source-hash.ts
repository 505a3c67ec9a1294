import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One hash over names and contents of files and folders, in name order; what does not exist counts as absent. */
export function hashSources(roots: readonly string[], skip: (file: string) => boolean = () => false): string {
  const hash = createHash('sha256').update(process.version);
  const add = (entry: string): void => {
    if (!existsSync(entry) || skip(entry)) return;
    if (statSync(entry).isDirectory()) {
      for (const name of readdirSync(entry).sort()) add(path.join(entry, name));
    } else {
      hash.update(`\0${entry}\0`).update(readFileSync(entry));
    }
  };
  for (const root of roots) add(root);
  return hash.digest('hex');
}

/** Whether the thing made from sources of this hash is already there; `marker` remembers the hash it was made from. */
export function isFresh(marker: string, hash: string): boolean {
  return existsSync(marker) && readFileSync(marker, 'utf8') === hash;
}
