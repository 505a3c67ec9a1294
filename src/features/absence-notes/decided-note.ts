import type { Actor } from '@/access/actor';
import { assertCurates } from '@/features/attendance/write-group-cells';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { shortDate } from '@/texts/format';
import type { Excuse } from './apply-note';

/** The note, locked until the commit; notes of other groups do not exist for this curator. @throws Refusal NOT_FOUND */
export async function lockNote({ tx, actor }: { tx: Db; actor: Actor }, id: number) {
  await tx.$queryRaw`SELECT id FROM absence_note WHERE id = ${id} FOR UPDATE`;
  const note = await tx.absenceNote.findUnique({ where: { id } });
  if (!note) throw new Refusal('NOT_FOUND');
  assertCurates(actor, note.groupId);
  return note;
}

type Note = Awaited<ReturnType<typeof lockNote>>;

const day = (date: Date) => date.toISOString().slice(0, 10);

/** What accepting the note writes. */
export function excuseOf(note: Note, reason: string, document = note.document): Excuse {
  const { groupId, studentId, firstPeriod, lastPeriod } = note;
  const span = { startsOn: day(note.startsOn), endsOn: day(note.endsOn), firstPeriod, lastPeriod };
  return {
    ...span,
    groupId,
    studentId,
    reason,
    note: noteWords(`заявка от ${shortDate(day(note.createdAt))}`, document),
  };
}

/** «заявка от 18.12, документ есть»: what stands beside the reason in the journal. */
export function noteWords(source: string, document: boolean): string {
  return [source, document ? 'документ есть' : ''].filter(Boolean).join(', ');
}
