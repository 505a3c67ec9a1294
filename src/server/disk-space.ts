import { statfs } from 'node:fs/promises';
import type { Actor } from '@/access/actor';
import { env } from './env';
import { Refusal } from './errors';

/** Blocks of the data disk, as `statfs` tells them. */
export type Disk = { bavail: number; bsize: number; blocks: number };

const gibibyte = 1024 ** 3;
const trustedFor = 2_000; // milliseconds

/** Less than 1 GiB or 5 % of a disk is free (T-095). */
export function isNearlyFull({ bavail, bsize, blocks }: Disk): boolean {
  return bavail * bsize < Math.max(gibibyte, blocks * bsize * 0.05);
}

/** A demo or a developer's machine may live with a twentieth of a large disk. */
function refusesWrites(disk: Disk | null): boolean {
  if (disk === null) return false;
  return env().mode === 'production' ? isNearlyFull(disk) : disk.bavail * disk.bsize < gibibyte;
}

/** The disk of the data folder; null where there is none: then the database's own disk is watched where it stands. */
export function dataDisk(): Promise<Disk | null> {
  return statfs(env().dataDir).catch(() => null);
}

let known: { at: number; full: boolean } | undefined;

/**
 * While the disk is nearly full people write nothing: reading and exports go on, and PostgreSQL keeps the space that it needs to
 * end well. What the product does by itself (jobs, copies) goes on too. @throws Refusal DISK_FULL
 */
export async function refuseOnFullDisk(actor: Actor): Promise<void> {
  if (actor.kind !== 'person') return;
  if (!known || Math.abs(Date.now() - known.at) > trustedFor) {
    known = { at: Date.now(), full: refusesWrites(await dataDisk()) };
  }
  if (known.full) throw new Refusal('DISK_FULL', { retryAfterSeconds: 15 });
}
