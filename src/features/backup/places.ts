import { constants } from 'node:fs';
import { access, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { backupSettings } from '@/server/env';
import { Refusal } from '@/server/errors';

/** Why a copy does not lie in a place, as the database keeps it. */
export const troubles = ['unset', 'missing', 'full', 'slow', 'damaged', 'failed'] as const;
export type Trouble = (typeof troubles)[number];

/** One of the two media: a folder that exists already; a medium that is not plugged in is not replaced by an empty folder. */
export type Place = { number: 1 | 2; folder: string };

export const fileEnd = '.vedomost';
const namePattern = /^vedomost-\d{8}T\d{6}Z-[0-9a-f]{8}\.vedomost$/;

/** The places of the environment: BACKUP_DIR and BACKUP_DIR_2. */
export function backupPlaces(): Place[] {
  const [first, second] = backupSettings().folders;
  return [
    ...(first === undefined ? [] : [{ number: 1 as const, folder: first }]),
    ...(second === undefined ? [] : [{ number: 2 as const, folder: second }]),
  ];
}

/** @throws Refusal BACKUP_REFUSED where none is given */
export function passphraseOfCopies(): string {
  const { passphrase } = backupSettings();
  if (passphrase) return passphrase;
  throw new Refusal('BACKUP_REFUSED', { detail: 'ключевая фраза не задана: нужна переменная BACKUP_PASSPHRASE' });
}

/** Whether files can be laid there now. */
export async function isThere({ folder }: Place): Promise<boolean> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}

export const isCopyName = (name: string): boolean => namePattern.test(name);

/** Names of the copies in a place, the latest first; none when it is not there. */
export async function copiesIn({ folder }: Place): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isCopyName).sort().reverse();
}

/** What killed programs left half written. */
export async function removeDrafts({ folder }: Place): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => /^vedomost-[0-9a-fT.Z-]+\.part$/.test(one)))
    await rm(path.join(folder, name));
}

/** The name comes last, and outlives a power cut from then on. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The trouble behind a failure of the file system. */
export function troubleOf(error: unknown): Trouble {
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'full';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EROFS' || code === 'EIO' || code === 'ENODEV')
    return 'missing';
  return error instanceof Refusal && error.code === 'BACKUP_REFUSED' ? 'damaged' : 'failed';
}
