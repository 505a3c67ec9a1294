import type { AttendanceSettings } from '../regulation/regulation';
import type { LocalDate, Presence } from '../types';
import { coversLesson, type NoteSpan } from './absence-note';
import { maySet } from './may-set';

/** A lesson of the student with what stands in it; version 0: nobody has said anything yet. */
export type ExcusableLesson = {
  readonly lessonId: number;
  readonly date: LocalDate;
  readonly classPeriod: number;
  readonly taken: boolean;
  readonly presence: Presence;
  readonly presenceVersion: number;
  readonly reason: string | null;
  readonly reasonVersion: number;
};

export type ExcusePlan = {
  /** Lessons where the absence itself is entered, too. */
  readonly presences: readonly ExcusableLesson[];
  readonly reasons: readonly ExcusableLesson[];
  /** Absences that already have another reason: they keep it. */
  readonly kept: number;
};

/**
 * What a reason for several lessons writes (R-080, R-084, C-01). Absences without a reason get it; another reason stays.
 * Where the curator also sets presence, lessons of which nobody has said anything become absences: those not taken yet, and
 * all of them where the curator comes first. Days ahead wait for their lessons.
 */
export function planExcuse(
  lessons: readonly ExcusableLesson[],
  span: NoteSpan,
  reason: string,
  { today, attendance }: { today: LocalDate; attendance: AttendanceSettings },
): ExcusePlan {
  if (!maySet('curator', 'reason', attendance)) return { presences: [], reasons: [], kept: 0 };
  const saysNothing = (id: string | null) => {
    const code = attendance.codes.find((one) => one.id === id);
    return code === undefined || code.class === 'unclassified' || code.class === 'unknown';
  };
  const covered = lessons.filter((lesson) => lesson.date <= today && coversLesson(span, lesson));
  const marksAbsent = maySet('curator', 'presence', attendance);
  const presences = covered.filter(
    ({ presence, presenceVersion, taken }) =>
      marksAbsent && presence === null && presenceVersion === 0 && (!taken || attendance.order === 'curatorFirst'),
  );
  const absent = covered.filter(({ presence }) => presence === 'absent');
  const bare = absent.filter((lesson) => lesson.reason !== reason && saysNothing(lesson.reason));
  const kept = absent.filter((lesson) => lesson.reason !== reason && !saysNothing(lesson.reason)).length;
  return { presences, reasons: [...bare, ...presences], kept };
}
