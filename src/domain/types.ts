/** A calendar date of the institution, `YYYY-MM-DD`; never an instant, never with a zone. */
export type LocalDate = string;

/** A local time of day, `HH:MM`. */
export type LocalTime = string;

export const markValues = ['5', '4', '3', '2', 'pass', 'fail'] as const;
/** A current mark. */
export type MarkValue = (typeof markValues)[number];

/** A period grade as stored: a mark, or «не аттестован» put by a person (C-07). */
export type GradeValue = MarkValue | 'notAttested';

export const gradeScales = ['five', 'passFail', 'none'] as const;
/** What a course allows: 5–2, зачёт / незачёт, or no marks at all. */
export type GradeScale = (typeof gradeScales)[number];

export const presenceValues = ['absent', 'late'] as const;
/** `null`: was at the lesson, or nobody has said otherwise. */
export type Presence = (typeof presenceValues)[number] | null;

/** Presence and its reason: two facts with two authors (C-01). `reason` is an id of the regulation's code dictionary. */
export type AttendanceFact = { readonly presence: Presence; readonly reason: string | null };

/** In which quality a person writes into a lesson: own section, substituted lesson, own group. */
export type AuthorKind = 'teacher' | 'substitute' | 'curator';

export const periodKinds = ['quarter', 'trimester', 'semester', 'halfYear', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const enrollmentStatuses = ['academicLeave', 'homeStudy', 'familyForm'] as const;
/** What a student may be in while on the roll: академический отпуск, обучение на дому, семейная форма. */
export type EnrollmentStatus = (typeof enrollmentStatuses)[number];

/** An array, tuple or object whose whole depth cannot be assigned to. */
export type Immutable<T> = T extends (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;
