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

/**
 * Why a change of presence or reason is refused, or null. Only what changes is judged, so the curator of S0 may type «уп»
 * over «н» but not on a present student. Taking an absence back also drops its reason and needs the right to presence only.
 */
export function refuseAttendance(change: AttendanceChange, settings: AttendanceSettings): AttendanceRefusal | null {
  const { by, current, next } = change;
  const presenceChanges = current.presence !== next.presence;
  const reasonChanges = current.reason !== next.reason && !(presenceChanges && next.reason === null);
  if (presenceChanges && !maySet(by, 'presence', settings)) return 'presenceNotYours';
  if (reasonChanges && !maySet(by, 'reason', settings)) return 'reasonNotYours';
  const overrules = (field: AttendanceField): boolean => {
    const author = change.writtenBy?.[field] ?? null;
    return author !== null && side(author) === settings.prevails && side(by) !== settings.prevails;
  };
  if ((presenceChanges && overrules('presence')) || (reasonChanges && overrules('reason')))
    return 'otherAuthorPrevails';
  return null;
}

function side(author: AuthorKind): 'teacher' | 'curator' {
  return author === 'curator' ? 'curator' : 'teacher';
}
