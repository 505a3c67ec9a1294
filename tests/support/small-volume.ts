import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own that can be filled to the last byte. */
export type SmallVolume = { folder: string; fill: () => void; free: () => void; remove: () => void };

/** Null where this machine does not let us mount one. */
export function openSmallVolume(megabytes: number): SmallVolume | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'volume-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return null;
  }
  chmodSync(folder, 0o755);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => fillWith(filler),
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', [folder]);
      rmdirSync(folder);
    },
  };
}

/** Writes ever smaller pieces until not a block is free. */
function fillWith(file: string): void {
  const handle = openSync(file, 'a');
  for (let size = 1024 * 1024; size >= 4096; ) {
    try {
      if (writeSync(handle, Buffer.alloc(size)) < size) size /= 2;
    } catch {
      size /= 2;
    }
  }
  closeSync(handle);
}
