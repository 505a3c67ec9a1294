export const courseKinds = [
  'discipline',
  'interdisciplinaryCourse',
  'professionalModule',
  'educationalPractice',
  'internship',
  'extracurricular',
  'finalAssessment',
] as const;
export type CourseKind = (typeof courseKinds)[number];

export const controlForms = [
  'none',
  'exam',
  'complexExam',
  'gradedCredit',
  'complexGradedCredit',
  'credit',
  'moduleExam',
  'coursework',
  'demoExam',
] as const;
export type ControlForm = (typeof controlForms)[number];

/** Hours with a teacher, as the plan parts them. */
export const taughtKinds = ['lectures', 'practical', 'laboratory', 'coursework'] as const;
/** Hours beside those with a teacher. */
export const otherKinds = ['selfStudy', 'consultations', 'attestation'] as const;
export const hourKinds = [...taughtKinds, ...otherKinds] as const;
export type HourKind = (typeof hourKinds)[number];

/**
 * A line in one semester of study; academic hours. `complex` numbers a joint exam or credit of the semester, from 1;
 * `withCoursework`: a курсовая beside the form of control.
 */
export type PlanTerm = {
  readonly semester: number;
  readonly hours: number;
  readonly controlForm: ControlForm;
  readonly complex: number | null;
  readonly withCoursework: boolean;
} & Readonly<Record<HourKind, number>>;

export type PlanLine = {
  readonly index: string;
  readonly name: string;
  readonly kind: CourseKind;
  readonly passFail: boolean;
  readonly terms: readonly PlanTerm[];
};

/** `weeks`: those with lessons, by semester of study; a semester that is not there has none named. */
export type Plan = { readonly lines: readonly PlanLine[]; readonly weeks: ReadonlyMap<number, number> };

/** Plans have at most six years of study. */
export const lastSemester = 12;

/** Practice has its own weeks, beside those with lessons. */
export const isPractice = ({ kind }: Pick<PlanLine, 'kind'>): boolean =>
  kind === 'educationalPractice' || kind === 'internship';

/** All that a term costs the student. */
export function wholeHours(term: PlanTerm): number {
  return otherKinds.reduce((sum, kind) => sum + term[kind], term.hours);
}

/** A term without hours and control; `over` says what is there. */
export function makeTerm(semester: number, over: Partial<PlanTerm> = {}): PlanTerm {
  const kinds = { lectures: 0, practical: 0, laboratory: 0, coursework: 0 };
  const others = { selfStudy: 0, consultations: 0, attestation: 0 };
  return {
    semester,
    hours: 0,
    controlForm: 'none',
    complex: null,
    withCoursework: false,
    ...kinds,
    ...others,
    ...over,
  };
}
