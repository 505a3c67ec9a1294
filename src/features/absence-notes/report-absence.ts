import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { editWindow, windowState } from '@/domain/deadlines/edit-window';
import type { LocalDate } from '@/domain/types';
import { toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';
import { dayMonth } from '@/texts/format';
import { checkSpan, kindField, lineField, spanFields } from './note-fields';
import { noteSteps } from './note-steps';

const input = z.strictObject({ ...spanFields, kind: kindField, text: lineField(200), document: z.boolean() });

export type ReportedAbsence = z.input<typeof input>;

const mostWaiting = 10;

/**
 * A parent tells the curator of an absence. Days for which reasons may no longer be set are refused by the
 * profile's window. @throws Refusal NOT_FOUND, INVALID, DUPLICATE
 */
export const reportAbsence = defineCommand({
  name: 'absence-notes.report',
  permission: 'absence.report',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: note }) => {
    if (!actor.children.includes(note.studentId)) throw new Refusal('NOT_FOUND');
    checkSpan(note, actor.today);
    await assertInTime(tx, actor, note.startsOn);
    const groupId = await groupOn(tx, note.studentId, note.startsOn, note.endsOn);
    const waiting = await tx.absenceNote.count({ where: { studentId: note.studentId, state: 'sent' } });
    if (waiting >= mostWaiting) throw new Refusal('INVALID', { detail: 'Куратор ещё не ответил на десять прежних' });
    const data = { ...note, groupId, startsOn: toDay(note.startsOn), endsOn: toDay(note.endsOn) };
    const { id } = await tx.absenceNote.create({
      data: { ...data, authorId: actor.personId, createdAt: now },
      select: { id: true },
    });
    const steps = noteSteps(id, note.studentId, {}, { ...note, state: 'sent' });
    return { result: { id }, audit: { object: 'absenceNote', objectId: id, steps } };
  },
});

async function assertInTime(tx: Db, actor: Actor, startsOn: LocalDate): Promise<void> {
  const regulation = await regulationOf(actor, tx);
  const window = editWindow({ kind: 'reason', by: 'curator', lessonDate: startsOn }, regulation, actor.timeZone);
  if (windowState(window, actor.now) !== 'closed') return;
  const detail = `За ${dayMonth(startsOn)} сообщить уже нельзя: срок, когда указывают причину, прошёл`;
  throw new Refusal('INVALID', { fields: ['первый день'], detail });
}

/** The group on these days whose periods are still open. */
async function groupOn(tx: Db, studentId: number, startsOn: LocalDate, endsOn: LocalDate): Promise<number> {
  const [place] = await tx.$queryRaw<{ groupId: number; locked: boolean }[]>`
    SELECT e.group_id AS "groupId", EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id
        WHERE gp.group_id = e.group_id AND gp.locked_at IS NOT NULL AND p.kind <> 'year'
          AND p.starts_on <= ${endsOn}::date AND p.ends_on >= ${startsOn}::date) AS locked
    FROM enrollment e WHERE e.student_id = ${studentId} AND e.starts_on <= ${endsOn}::date
      AND (e.ends_on IS NULL OR e.ends_on >= ${startsOn}::date) ORDER BY e.starts_on DESC LIMIT 1`;
  if (!place) throw new Refusal('NOT_ENROLLED');
  if (place.locked) throw new Refusal('INVALID', { fields: ['дни'], detail: 'Учебный период этих дней уже закрыт' });
  return place.groupId;
}
