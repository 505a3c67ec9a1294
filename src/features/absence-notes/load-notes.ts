import { type Actor, can } from '@/access/actor';
import { type AbsenceKind, absenceKinds, proposedCode } from '@/domain/attendance/absence-note';
import { maySet } from '@/domain/attendance/may-set';
import { addDays } from '@/domain/calendar/local-date';
import { nameWithInitials, shortName } from '@/domain/people/name';
import type { AttendanceSettings } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { shortDateTime } from '@/texts/format';
import type { NoteLine } from './note-view';
import { daysInWords, kindLabels } from './note-words';
import { type ReadNote, readNotes } from './read-notes';

const daysShown = 120;

/** Notes of the curated groups that wait for the curator: unanswered ones, and accepted ones whose days brought new absences. */
export async function loadWaitingNotes(actor: Actor): Promise<NoteLine[]> {
  if (!can(actor, 'journal.setReason') || actor.curates.length === 0) return [];
  const notes = await load(actor, { groups: [...actor.curates], student: null, date: null });
  return notes.filter(
    ({ state, openLessons, reason }) =>
      state === 'sent' || (state === 'accepted' && openLessons > 0 && reason !== null),
  );
}

/** Notes that speak of a day of the group; only for its curator. */
export async function loadNotesOfDay(actor: Actor, groupId: number, date: LocalDate): Promise<NoteLine[]> {
  if (!can(actor, 'journal.setReason') || !actor.curates.includes(groupId)) return [];
  const notes = await load(actor, { groups: [groupId], student: null, date });
  return notes.filter(({ state }) => state !== 'withdrawn');
}

/** What a family has reported of its child and what came of it, newest first; the caller has opened the diary. */
export async function loadStudentNotes(actor: Actor, studentId: number): Promise<NoteLine[]> {
  return load(actor, { groups: null, student: studentId, date: null });
}

type Wanted = { groups: number[] | null; student: number | null; date: LocalDate | null };

async function load(actor: Actor, wanted: Wanted): Promise<NoteLine[]> {
  const { attendance } = await regulationOf(actor);
  const openReasons = attendance.codes.filter(({ class: of }) => of === 'unclassified' || of === 'unknown');
  const notes = await readNotes(db(), {
    ...wanted,
    since: addDays(actor.today, -daysShown),
    today: actor.today,
    openReasons: openReasons.map(({ id }) => id),
  });
  return notes.map((note) => lineOf(note, attendance, actor));
}

function lineOf(note: ReadNote, attendance: AttendanceSettings, { personId, timeZone }: Actor): NoteLine {
  const { student, authorId, author, relation, decider, createdAt, decidedAt, kind: stored, reason, ...facts } = note;
  const kind = absenceKinds.find((one) => one === stored) ?? 'other';
  const decidedBy = decider && decidedAt ? `${nameWithInitials(decider)}, ${moment(decidedAt, timeZone)}` : '';
  return {
    ...facts,
    kind,
    kindWords: kindLabels[kind],
    student: shortName(student),
    days: daysInWords(note),
    source: `${relation ?? nameWithInitials(author)}, ${moment(createdAt, timeZone)}`,
    byParent: relation !== null,
    own: authorId === personId,
    reason: codeFor(reason, kind, attendance),
    decided: decidedBy,
  };
}

function codeFor(reason: string | null, kind: AbsenceKind, attendance: AttendanceSettings): NoteLine['reason'] {
  if (reason === null && !maySet('curator', 'reason', attendance)) return null;
  const code = attendance.codes.find(({ id }) => id === reason) ?? proposedCode(kind, attendance.codes);
  return code ? { id: code.id, symbol: code.symbol } : null;
}

function moment(seconds: number, timeZone: string): string {
  return shortDateTime(new Date(seconds * 1000), timeZone);
}
