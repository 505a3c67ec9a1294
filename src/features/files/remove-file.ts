import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import type { AuditEntry } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { dropBytes } from './drop-bytes';
import { assertMayChange, periodsOfPlace } from './file-place';

const removal = z.strictObject({ key: z.string().regex(/^[\w-]{1,40}$/) });

/**
 * Takes a file from its lesson: who did it and when stays, the bytes go. Within the window of the homework. Removing what
 * is removed already changes nothing.
 */
export const removeFile = defineCommand({
  name: 'files.remove',
  permission: 'journal.fill',
  input: removal,
  period: async ({ tx, actor, input }) => periodsOfPlace({ tx, actor }, await placeOf(tx, actor, input.key)),
  run: async ({ tx, actor, now, input }): Promise<{ result: { removed: boolean }; audit: AuditEntry[] }> => {
    const { sectionId, ...file } = await placeOf(tx, actor, input.key);
    await assertMayChange({ tx, actor, now }, { sectionId, lessonId: file.lessonId });
    const { count } = await tx.lessonFile.updateMany({
      where: { key: input.key, removedAt: null },
      data: { removedById: actor.personId, removedAt: now },
    });
    if (count === 0) return { result: { removed: false }, audit: [] };
    await dropBytes(tx, input.key);
    const step = { entity: 'lessonFile', field: file.part, lessonId: file.lessonId, recordId: file.id };
    const steps = [{ ...step, before: file.name, after: null }];
    return { result: { removed: true }, audit: [{ object: 'section', objectId: sectionId, steps }] };
  },
});

/** One question, so that a foreign file costs as much as none (T-022). @throws Refusal NOT_FOUND */
async function placeOf(tx: Db, actor: Actor, key: string) {
  const found = await tx.lessonFile.findFirst({
    where: { key, lesson: { section: sectionsVisibleTo(actor) } },
    select: { id: true, lessonId: true, part: true, name: true, lesson: { select: { sectionId: true } } },
  });
  if (!found) throw new Refusal('NOT_FOUND');
  const { lesson, ...file } = found;
  return { ...file, sectionId: lesson.sectionId };
}
