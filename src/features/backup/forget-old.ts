import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Actor } from '@/access/actor';
import { localDateOf } from '@/domain/deadlines/zone';
import { db } from '@/server/db';
import { runAs } from '@/server/system-actor';
import { readFileHeader } from './file/read-file';
import { checkCopy } from './make-copy';
import { copiesIn, type Place, syncFolder } from './places';
import { kilobytesOf, recordCopy } from './record-copy';
import { copiesToRemove } from './retention';

type Reading = { passphrase: string; signal: AbortSignal };

/**
 * Takes files into account that nobody wrote down (made after the copy that a restored database came from, or brought by hand), then
 * removes what has served (T-115).
 */
export async function forgetOld(actor: Actor, places: readonly Place[], reading: Reading): Promise<number> {
  for (const place of places) await adopt(actor, place, reading);
  const copies = await db().backupCopy.findMany({
    where: { removedAt: null },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    select: { name: true, madeAt: true, places: { select: { verifiedAt: true } } },
  });
  const dated = copies.map(({ name, madeAt, places: laid }) => ({
    name,
    date: localDateOf(madeAt, actor.timeZone),
    media: laid.filter(({ verifiedAt }) => verifiedAt !== null).length,
  }));
  const served = new Set(copiesToRemove(dated, localDateOf(actor.now, actor.timeZone)));
  for (const file of served) await runAs(actor, recordCopy, { file, removed: true });
  for (const place of places) await sweep(place);
  return served.size;
}

/** Files whose copy has served go; also from a medium that was away when it was decided. */
async function sweep(place: Place): Promise<void> {
  const names = await copiesIn(place);
  const served = await db().backupCopy.findMany({
    where: { name: { in: names }, removedAt: { not: null } },
    select: { name: true },
  });
  for (const { name } of served) await rm(path.join(place.folder, name), { force: true });
  if (served.length > 0) await syncFolder(place.folder);
}

/** A file that does not open with our phrase is not ours to touch: it is neither written down nor removed. */
async function adopt(actor: Actor, place: Place, reading: Reading): Promise<void> {
  const names = await copiesIn(place);
  const rows = await db().backupCopy.findMany({
    where: { name: { in: names }, OR: [{ removedAt: { not: null } }, { places: { some: { place: place.number } } }] },
    select: { name: true },
  });
  const known = new Set(rows.map((copy) => copy.name));
  for (const name of names.filter((one) => !known.has(one))) {
    const { verified, trouble, digest, rows: count } = await checkCopy(name, place, { ...reading, digest: null });
    if (!verified) continue;
    const { madeAt } = await readFileHeader(path.join(place.folder, name));
    const { size } = await stat(path.join(place.folder, name));
    const places = [{ place: place.number, verified, trouble }];
    await runAs(actor, recordCopy, { file: name, madeAt, kilobytes: kilobytesOf(size), digest, rows: count, places });
  }
}
