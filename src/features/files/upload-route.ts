import { z } from 'zod';
import { fileParts } from '@/domain/files/kinds';
import { cleanName } from '@/domain/files/names';
import { db } from '@/server/db';
import { refuseOnFullDisk } from '@/server/disk-space';
import { Refusal } from '@/server/errors';
import { toUploadRoute } from '@/server/http-upload';
import { requireId } from '@/server/params';
import { attachFile } from './attach-file';
import { kindWords, refusalWords } from './content-words';
import { assertMayChange, periodsOfPlace } from './file-place';
import { assertWithinQuota } from './quota';
import { forgetBytes, receiveBytes } from './receive-bytes';

const partOf = z.enum(fileParts);

/**
 * `POST /api/files?section=&lesson=&part=&name=` with the file's bytes as the body. Rights, lock and quota are asked before
 * the first byte is read, and again where the file is made.
 */
export const uploadRoute = toUploadRoute(attachFile, {
  place: (query) => ({
    sectionId: requireId(query.get('section')),
    lessonId: requireId(query.get('lesson')),
    part: query.get('part'),
    name: query.get('name') ?? '',
  }),
  welcome: async (actor, place, size) => {
    await refuseOnFullDisk(actor);
    for (const { groupId, periodId, sectionId } of await periodsOfPlace({ tx: db(), actor }, place)) {
      await db()
        .$executeRaw`SELECT assert_open(ARRAY[${groupId}::int], ARRAY[${periodId}::int], ARRAY[${sectionId}::int])`;
    }
    await assertMayChange({ tx: db(), actor, now: actor.now }, place);
    await assertWithinQuota(db(), actor.personId, size);
  },
  take: async ({ name, ...place }, request) => {
    const part = partOf.safeParse(place.part);
    if (!part.success) throw new Refusal('INVALID', { fields: ['part'] });
    const { verdict, ...received } = await receiveBytes(request);
    const forget = () => forgetBytes(received.key);
    const refuse = async (detail: string) => {
      await forget();
      return new Refusal('FILE_REFUSED', { detail });
    };
    if ('refused' in verdict) throw await refuse(refusalWords[verdict.refused]);
    const kept = cleanName(name, verdict.kind);
    if (kept === null) throw await refuse(`Окончание имени не подходит к содержимому: это ${kindWords[verdict.kind]}`);
    return {
      input: { ...place, ...received, part: part.data, name: kept, kind: verdict.kind },
      settle: async (result) => {
        if (!result?.fresh) await forget();
      },
    };
  },
});
