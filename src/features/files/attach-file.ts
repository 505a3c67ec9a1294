import { z } from 'zod';
import { fileKinds, fileLimits, fileParts, filesOfLesson } from '@/domain/files/kinds';
import type { AuditEntry } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertMayChange, periodsOfPlace } from './file-place';
import { assertWithinQuota } from './quota';

const id = z.int().min(1).max(2_147_483_647);

const attachment = z.strictObject({
  sectionId: id,
  lessonId: id,
  part: z.enum(fileParts),
  name: z
    .string()
    .min(1)
    .max(160)
    .regex(/^[^\p{Cc}/\\]+$/u),
  kind: z.enum(fileKinds),
  size: z.int().min(1).max(fileLimits.file),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Under which the bytes have been received. */
  key: z.string().regex(/^[\w-]{22}$/),
});

type Attachment = z.output<typeof attachment>;

/** `fresh` is false when this very content stood there already: the bytes that came are then nobody's. */
export type Attached = { id: string; fresh: boolean };

/**
 * Makes received bytes a file of a lesson. The same content sent to a place twice is one file. The author's
 * row is held, so that two uploads at once do not pass the quota together.
 */
export const attachFile = defineCommand({
  name: 'files.attach',
  permission: 'journal.fill',
  input: attachment,
  period: ({ tx, actor, input }) => periodsOfPlace({ tx, actor }, input),
  run: async ({ tx, actor, now, input }): Promise<{ result: Attached; audit: AuditEntry[] }> => {
    await assertMayChange({ tx, actor, now }, input);
    await tx.$queryRaw`SELECT 1 AS held FROM person WHERE id = ${actor.personId} FOR NO KEY UPDATE`;
    const there = await tx.lessonFile.findMany({
      where: { lessonId: input.lessonId, removedAt: null },
      select: { key: true, part: true, hash: true },
    });
    const same = there.find(({ part, hash }) => part === input.part && hash === input.hash);
    if (same) return { result: { id: same.key, fresh: false }, audit: [] };
    if (there.length >= filesOfLesson) {
      throw new Refusal('FILE_REFUSED', { detail: `У занятия уже ${filesOfLesson} файлов` });
    }
    await assertWithinQuota(tx, actor.personId, input.size);
    await assertReceived(tx, input);
    const { sectionId, ...file } = input;
    const added = await tx.lessonFile.create({
      data: { ...file, addedById: actor.personId, addedAt: now },
      select: { id: true },
    });
    const step = { entity: 'lessonFile', lessonId: input.lessonId, recordId: added.id, before: null };
    const steps = [
      { ...step, field: input.part, after: input.name },
      { ...step, field: 'hash', after: input.hash },
    ];
    return { result: { id: input.key, fresh: true }, audit: [{ object: 'section', objectId: sectionId, steps }] };
  },
});

async function assertReceived(tx: Db, { key, size }: Attachment): Promise<void> {
  const [received] = await tx.$queryRaw<{ size: bigint | null }[]>`
    SELECT sum(octet_length(bytes)) AS size FROM file_chunk WHERE file_key = ${key}`;
  if (Number(received?.size ?? 0) !== size) throw new Refusal('INVALID', { fields: ['файл'] });
}
