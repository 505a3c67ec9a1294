import type { AttendanceSettings } from '../regulation/regulation';
import type { AttendanceFact, AuthorKind } from '../types';

export type AttendanceField = keyof AttendanceFact;
export type AttendanceRefusal = 'presenceNotYours' | 'reasonNotYours' | 'otherAuthorPrevails';

export type AttendanceChange = {
  readonly by: AuthorKind;
  readonly current: AttendanceFact;
  readonly next: AttendanceFact;
  /** Who wrote the current values; null: nobody yet. */
  readonly writtenBy?: Readonly<Record<AttendanceField, AuthorKind | null>>;
};

/** Whether this kind of author owns the fact (C-01). A substitute stands in for the teacher. */
export function maySet(by: AuthorKind, field: AttendanceField, settings: AttendanceSettings): boolean {
  const owner = field === 'presence' ? settings.presenceBy : settings.reasonBy;
  return owner === 'both' || owner === side(by);
}

/** Whether the regulation lets the other side's word stand against this author's (C-01: S2 the curator's, S3 the teacher's). */
export function isOverruled(
  by: AuthorKind,
  writtenBy: AuthorKind | null,
  { prevails }: Pick<AttendanceSettings, 'prevails'>,
): boolean {
  return writtenBy !== null && side(writtenBy) === prevails && side(by) !== prevails;
}

/**
 * Why a change of presence or reason is refused, or null. Only what changes is judged, so the curator of S0 may type «уп»
 * over «н» but not on a present student. Taking an absence back also drops its reason and needs the right to presence only;
 * it is refused all the same where the reason is the word that prevails.
 */
export function refuseAttendance(change: AttendanceChange, settings: AttendanceSettings): AttendanceRefusal | null {
  const { by, current, next } = change;
  const presenceChanges = current.presence !== next.presence;
  const reasonChanges = current.reason !== next.reason && !(presenceChanges && next.reason === null);
  if (presenceChanges && !maySet(by, 'presence', settings)) return 'presenceNotYours';
  if (reasonChanges && !maySet(by, 'reason', settings)) return 'reasonNotYours';
  const overruled = (field: AttendanceField) => isOverruled(by, change.writtenBy?.[field] ?? null, settings);
  if (presenceChanges && overruled('presence')) return 'otherAuthorPrevails';
  if (current.reason !== next.reason && overruled('reason')) return 'otherAuthorPrevails';
  return null;
}

function side(author: AuthorKind): 'teacher' | 'curator' {
  return author === 'curator' ? 'curator' : 'teacher';
}
