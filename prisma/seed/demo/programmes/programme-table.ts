import { rowsOf } from '../tables';

export type ControlForm = 'none' | 'exam' | 'gradedCredit' | 'credit' | 'coursework';
export type CourseKind =
  | 'discipline'
  | 'interdisciplinaryCourse'
  | 'professionalModule'
  | 'educationalPractice'
  | 'internship';

/** A programme as its plan is written on paper: `courses` and `modules` are text tables (see general-education.ts). */
export interface ProgrammeTable {
  key: string;
  code: string;
  name: string;
  qualification: string;
  termMonths: number;
  modules: string;
  courses: string;
}

/** A course in one semester of study: пары a week, or whole weeks of practice. */
export interface PlannedTerm {
  semester: number;
  pairsPerWeek: number;
  weeks: number;
  control: ControlForm;
}

export interface PlannedCourse {
  index: string;
  name: string;
  kind: CourseKind;
  terms: PlannedTerm[];
}

const controls: Record<string, ControlForm> = {
  Э: 'exam',
  ДЗ: 'gradedCredit',
  З: 'credit',
  КП: 'coursework',
  '': 'none',
};

function kindOf(index: string): CourseKind {
  if (index.startsWith('МДК')) return 'interdisciplinaryCourse';
  if (index.startsWith('УП')) return 'educationalPractice';
  if (index.startsWith('ПП') || index === 'ПДП') return 'internship';
  return index.startsWith('ПМ') ? 'professionalModule' : 'discipline';
}

function parseTerm(text: string): PlannedTerm {
  const match = /^(\d)=([\d.]+)(w?)(Э|ДЗ|З|КП|)$/.exec(text);
  if (!match) throw new Error(`not a term: ${text}`);
  const [, semester, amount, weeks, control = ''] = match;
  return {
    semester: Number(semester),
    pairsPerWeek: weeks ? 0 : Number(amount),
    weeks: weeks ? Number(amount) : 0,
    control: controls[control] ?? 'none',
  };
}

/** Reads the courses of a programme in the order of its plan; modules stand before their first МДК. */
export function coursesOf(table: ProgrammeTable): PlannedCourse[] {
  const modules = rowsOf(table.modules).map(
    ([index = '', name = '']): PlannedCourse => ({ index, name, kind: kindOf(index), terms: [] }),
  );
  const courses = rowsOf(table.courses).map(
    ([index = '', name = '', terms = '']): PlannedCourse => ({
      index,
      name,
      kind: kindOf(index),
      terms: terms.split(/\s+/).map(parseTerm),
    }),
  );
  const placed = new Set<string>();
  return courses.flatMap((course) => {
    const [section = '', number = ''] = course.index.split('.');
    const module = modules.find((row) => row.index === `ПМ.${number}`);
    if (!['МДК', 'УП', 'ПП'].includes(section) || !module || placed.has(module.index)) return [course];
    placed.add(module.index);
    return [module, course];
  });
}
