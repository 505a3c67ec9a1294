import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { applyExcuse, excusePeriods } from './apply-note';
import { excuseOf, lockNote } from './decided-note';
import { reasonField } from './note-fields';
import { noteSteps } from './note-steps';

/** Without a reason the note is only taken notice of. */
const input = z.strictObject({ noteId: idField, reason: reasonField.nullable() });

/**
 * Accepts a parent's note: absences of its days that have no reason get this one. An accepted note is accepted
 * again when later days bring new absences. Where the regulation leaves reasons to teachers nothing is written (S1 3.5).
 * @throws Refusal NOT_FOUND, CONFLICT, and what the journal refuses: windows, locked periods
 */
export const acceptNote = defineCommand({
  name: 'absence-notes.accept',
  permission: 'journal.setReason',
  input,
  period: async ({ tx, actor, input: { noteId, reason } }) => {
    const note = await lockNote({ tx, actor }, noteId);
    return reason === null ? [] : excusePeriods({ tx, actor }, excuseOf(note, reason));
  },
  run: async ({ tx, actor, now, input: { noteId, reason } }) => {
    const note = await lockNote({ tx, actor }, noteId);
    const otherwise =
      note.state === 'declined' || note.state === 'withdrawn' || (note.state === 'accepted' && note.reason !== reason);
    if (otherwise) throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    const { result, audit } =
      reason === null ? takenNotice : await applyExcuse({ tx, actor, now }, excuseOf(note, reason));
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

const takenNotice = { result: { lessons: 0, kept: 0, daysAhead: false }, audit: [] };
