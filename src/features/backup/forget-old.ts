import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Actor } from '@/access/actor';
import { localDateOf } from '@/domain/deadlines/zone';
import { db } from '@/server/db';
import { runAs } from '@/server/system-actor';
import { readFileHeader } from './file/read-file';
import { copiesIn, isThere, type Place, syncFolder } from './places';
import { recordCopy } from './record-copy';
import { copiesToRemove } from './retention';

/** Takes files into account that nobody wrote down (of a restored database, from another machine), then removes what has served (T-115). */
export async function forgetOld(actor: Actor, places: readonly Place[]): Promise<number> {
  for (const place of places) await adopt(actor, place);
  const copies = await db().backupCopy.findMany({
    where: { removedAt: null },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    select: { name: true, madeAt: true, bytes: true, places: { select: { verifiedAt: true } } },
  });
  const dated = copies.map(({ name, madeAt, places: laid }) => ({
    name,
    date: localDateOf(madeAt, actor.timeZone),
    verified: laid.some(({ verifiedAt }) => verifiedAt !== null),
  }));
  const served = new Set(copiesToRemove(dated, localDateOf(actor.now, actor.timeZone)));
  for (const { name, madeAt, bytes } of copies.filter((copy) => served.has(copy.name))) {
    for (const { folder } of places) await rm(path.join(folder, name), { force: true });
    // A medium that is not here now keeps its file until it comes back.
    const everywhere = (await Promise.all(places.map(isThere))).every(Boolean);
    if (everywhere) {
      await runAs(actor, recordCopy, { name, madeAt: madeAt.toISOString(), bytes: Number(bytes), removed: true });
    }
  }
  for (const place of places) if (await isThere(place)) await syncFolder(place.folder);
  return served.size;
}

async function adopt(actor: Actor, place: Place): Promise<void> {
  const names = await copiesIn(place);
  const known = await db().backupCopy.findMany({ where: { name: { in: names } }, select: { name: true } });
  for (const name of names.filter((one) => !known.some((copy) => copy.name === one))) {
    const header = await readFileHeader(path.join(place.folder, name)).catch(() => null);
    if (!header) continue; // not ours to touch
    const { size } = await stat(path.join(place.folder, name));
    const places = [{ place: place.number, verified: false, trouble: null }];
    await runAs(actor, recordCopy, { name, madeAt: header.madeAt, bytes: size, places });
  }
}
