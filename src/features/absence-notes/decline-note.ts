import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { lockNote } from './decided-note';
import { lineField } from './note-fields';
import { noteSteps } from './note-steps';

const input = z.strictObject({ noteId: idField, reply: lineField(300) });

/** Declines a parent's note with a sentence that the parent reads. @throws Refusal NOT_FOUND, INVALID, CONFLICT */
export const declineNote = defineCommand({
  name: 'absence-notes.decline',
  permission: 'journal.setReason',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { noteId, reply } }) => {
    const note = await lockNote({ tx, actor }, noteId);
    if (note.state !== 'sent') throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    if (reply === '') throw new Refusal('INVALID', { fields: ['ответ'], detail: 'Напишите родителю, почему' });
    const decision = { state: 'declined', reply } as const;
    await tx.absenceNote.update({
      where: { id: noteId },
      data: { ...decision, decidedById: actor.personId, decidedAt: now },
      select: { id: true },
    });
    const steps = noteSteps(noteId, note.studentId, { state: note.state }, decision);
    return { result: { id: noteId }, audit: { object: 'absenceNote', objectId: noteId, steps } };
  },
});
