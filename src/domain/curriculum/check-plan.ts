import { checkStructure } from './check-structure';
import type { Finding } from './findings';
import { isPractice, type Plan, type PlanLine, type PlanTerm, taughtKinds, wholeHours } from './plan';
import { meaningOf } from './plan-index';
import { yearOfSemester } from './semester-of';

/** Приказ Минпросвещения № 762 of 24.08.2022: hours a week of every kind, exams and зачёты a year of study. */
export const planLimits = { weekHours: 36, exams: 8, credits: 10 } as const;

/** Everything that a plan's lines and sums say against it, by line, then by semester and year. */
export function checkPlan(plan: Plan): Finding[] {
  return [
    ...checkStructure(plan.lines),
    ...checkHours(plan.lines),
    ...checkComplex(plan.lines),
    ...checkWeeks(plan),
    ...checkYears(plan.lines),
  ];
}

const findingsOf = (
  lines: readonly PlanLine[],
  look: (term: PlanTerm, line: PlanLine, place: number) => Finding | null,
) => lines.flatMap((line, place) => line.terms.flatMap((term) => look(term, line, place) ?? []));

function checkHours(lines: readonly PlanLine[]): Finding[] {
  return findingsOf(lines, (term, { kind }, line) => {
    const { semester, hours, controlForm } = term;
    const sum = taughtKinds.reduce((all, name) => all + term[name], 0);
    if (sum > 0 && sum !== hours) return { rule: 'kindsDiffer', line, semester, hours, sum };
    const rests = kind === 'professionalModule' || kind === 'finalAssessment';
    if (controlForm !== 'none' && wholeHours(term) === 0 && !rests)
      return { rule: 'controlWithoutHours', line, semester };
    return null;
  });
}

const complexKey = ({ semester, controlForm, complex }: PlanTerm): string => `${semester} ${controlForm} ${complex}`;

/** A joint exam has at least two courses. */
function checkComplex(lines: readonly PlanLine[]): Finding[] {
  const counts = new Map<string, number>();
  for (const term of lines.flatMap(({ terms }) => terms)) {
    if (term.complex !== null) counts.set(complexKey(term), (counts.get(complexKey(term)) ?? 0) + 1);
  }
  return findingsOf(lines, (term, _, line) => {
    const { semester, complex } = term;
    if (complex === null || (counts.get(complexKey(term)) ?? 0) > 1) return null;
    return { rule: 'complexAlone', line, semester, complex };
  });
}

/** Hours of all kinds of the lines that are taught week by week, by semester. */
export function weeklyHours(lines: readonly PlanLine[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const line of lines) {
    if (isPractice(line) || line.kind === 'finalAssessment' || line.kind === 'extracurricular') continue;
    for (const term of line.terms) {
      const hours = wholeHours(term) - term.attestation;
      if (hours > 0) sums.set(term.semester, (sums.get(term.semester) ?? 0) + hours);
    }
  }
  return sums;
}

function checkWeeks({ lines, weeks }: Plan): Finding[] {
  return [...weeklyHours(lines)]
    .sort(([one], [other]) => one - other)
    .flatMap(([semester, hours]): Finding[] => {
      const given = weeks.get(semester) ?? 0;
      if (given === 0) return [{ rule: 'weeksMissing', semester }];
      const most = given * planLimits.weekHours;
      return hours > most ? [{ rule: 'weekOver', semester, hours, weeks: given, most }] : [];
    });
}

/** Exams and зачёты by year of study; a joint one counts once, physical education and факультативы do not count. */
export function assessmentsByYear(lines: readonly PlanLine[]): Map<number, { exams: number; credits: number }> {
  const years = new Map<number, { exams: number; credits: number }>();
  const seen = new Set<string>();
  for (const line of lines) {
    const free = /физическ\S*\s+культур/i.test(line.name) || meaningOf(line.index)?.cycle === 'optional';
    if (free || line.kind === 'finalAssessment' || line.kind === 'extracurricular') continue;
    for (const term of line.terms) {
      const key = term.complex === null ? null : complexKey(term);
      if (key !== null && seen.has(key)) continue;
      if (key !== null) seen.add(key);
      const year = yearOfSemester(term.semester);
      const sums = years.get(year) ?? { exams: 0, credits: 0 };
      years.set(year, sums);
      if (exams.has(term.controlForm)) sums.exams += 1;
      if (credits.has(term.controlForm)) sums.credits += 1;
    }
  }
  return years;
}

const exams: ReadonlySet<string> = new Set(['exam', 'complexExam', 'moduleExam', 'demoExam']);
const credits: ReadonlySet<string> = new Set(['credit', 'gradedCredit', 'complexGradedCredit']);

function checkYears(lines: readonly PlanLine[]): Finding[] {
  return [...assessmentsByYear(lines)]
    .sort(([one], [other]) => one - other)
    .flatMap(([year, sums]): Finding[] => [
      ...(sums.exams > planLimits.exams ? [{ rule: 'examsOver' as const, year, count: sums.exams }] : []),
      ...(sums.credits > planLimits.credits ? [{ rule: 'creditsOver' as const, year, count: sums.credits }] : []),
    ]);
}
