import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { noteSteps } from './note-steps';

/** A parent takes the own note back while nobody has answered it. @throws Refusal NOT_FOUND, CONFLICT */
export const withdrawNote = defineCommand({
  name: 'absence-notes.withdraw',
  permission: 'absence.report',
  input: z.strictObject({ noteId: idField }),
  period: 'none',
  run: async ({ tx, actor, now, input: { noteId } }) => {
    await tx.$queryRaw`SELECT id FROM absence_note WHERE id = ${noteId} FOR UPDATE`;
    const note = await tx.absenceNote.findUnique({
      where: { id: noteId },
      select: { studentId: true, authorId: true, state: true },
    });
    const own = note?.authorId === actor.personId && actor.children.includes(note.studentId);
    if (!note || !own) throw new Refusal('NOT_FOUND');
    if (note.state !== 'sent') throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    const decision = { state: 'withdrawn' } as const;
    await tx.absenceNote.update({
      where: { id: noteId },
      data: { ...decision, decidedById: actor.personId, decidedAt: now },
      select: { id: true },
    });
    const steps = noteSteps(noteId, note.studentId, { state: note.state }, decision);
    return { result: { id: noteId }, audit: { object: 'absenceNote', objectId: noteId, steps } };
  },
});
