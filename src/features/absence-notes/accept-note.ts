import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { applyExcuse, excusePeriods } from './apply-note';
import { excuseOf, lockNote } from './decided-note';
import { reasonField } from './note-fields';
import { noteSteps } from './note-steps';

const input = z.strictObject({ noteId: idField, reason: reasonField });

/**
 * Accepts a parent's note: absences of its days that have no reason get this one. An accepted note is accepted
 * again when later days bring new absences. Where the regulation leaves reasons to teachers it is only taken notice of.
 * @throws Refusal NOT_FOUND, CONFLICT, and what the journal refuses: windows, locked periods
 */
export const acceptNote = defineCommand({
  name: 'absence-notes.accept',
  permission: 'journal.setReason',
  input,
  period: async ({ tx, actor, input: { noteId, reason } }) =>
    excusePeriods({ tx, actor }, excuseOf(await lockNote({ tx, actor }, noteId), reason)),
  run: async ({ tx, actor, now, input: { noteId, reason } }) => {
    const note = await lockNote({ tx, actor }, noteId);
    const otherwise = note.state === 'declined' || (note.state === 'accepted' && note.reason !== reason);
    if (otherwise) throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    const { result, audit } = await applyExcuse({ tx, actor, now }, excuseOf(note, reason));
    if (note.state === 'accepted') return { result, audit };
    const decision = { state: 'accepted', reason } as const;
    await tx.absenceNote.update({
      where: { id: noteId },
      data: { ...decision, decidedById: actor.personId, decidedAt: now },
      select: { id: true },
    });
    const steps = noteSteps(noteId, note.studentId, { state: note.state }, decision);
    return { result, audit: [{ object: 'absenceNote', objectId: noteId, steps }, ...audit] };
  },
});
