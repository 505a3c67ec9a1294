import type { AttendanceSettings } from '../regulation/regulation';
import type { AttendanceFact, AuthorKind } from '../types';

/** Whether this kind of author owns the fact (C-01). A substitute stands in for the teacher. */
export function maySet(by: AuthorKind, field: keyof AttendanceFact, settings: AttendanceSettings): boolean {
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

function side(author: AuthorKind): 'teacher' | 'curator' {
  return author === 'curator' ? 'curator' : 'teacher';
}
