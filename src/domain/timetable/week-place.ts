import type { LocalDate } from '../types';

export type Parity = 'every' | 'odd' | 'even';

/** Who teaches a journal, over days; both ends included, a null end is open. */
export type TeacherTerm = { readonly teacherId: number; readonly from: LocalDate; readonly to: LocalDate | null };

/** A journal as the timetable sees it. Journals of one stream (`streamId`) are given together. */
export type TimedSection = {
  readonly sectionId: number;
  readonly groupId: number;
  /** Null: the whole group. */
  readonly subgroupId: number | null;
  readonly streamId: number | null;
  readonly teachers: readonly TeacherTerm[];
};

/** A place of the week: weekday 1–7, class period, parity, room, in force from `startsOn` to `endsOn`, both included. */
export type WeekPlace = {
  readonly weekday: number;
  readonly classPeriod: number;
  readonly parity: Parity;
  readonly room: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
};

/** An hour of a group at which the week gives no lesson: practice or session all day (`classPeriod` null), a lesson moved away. */
export type Vacated = {
  readonly groupId: number;
  readonly subgroupId: number | null;
  readonly date: LocalDate;
  readonly classPeriod: number | null;
};

/** Who keeps the journal on the day; null: nobody. The one who came last, where two do. */
export function teacherOn(teachers: readonly TeacherTerm[], date: LocalDate): number | null {
  let found: TeacherTerm | null = null;
  for (const term of teachers) {
    if (term.from > date || (term.to !== null && term.to < date)) continue;
    if (!found || term.from > found.from) found = term;
  }
  return found?.teacherId ?? null;
}

export function paritiesMeet(one: Parity, other: Parity): boolean {
  return one === 'every' || other === 'every' || one === other;
}
