import { averageOf } from './average';
import { type FinalMark, percent, qualityOf, standingOf } from './quality';

/** Of one column of a summary ledger, «по отметкам» (domain.md B.4). Percentages; the average in hundredths; null without marks. */
export type CourseSummary = {
  counted: number;
  success: number | null;
  quality: number | null;
  learning: number | null;
  average: number | null;
};

/** The marks of everybody in one course; н/а is counted where the regulation counts it (C-07). */
export function courseSummary(finals: readonly FinalMark[], countsNotAttested: boolean): CourseSummary {
  const { counted, success, quality, learning } = qualityOf(finals, countsNotAttested);
  return { counted, success, quality, learning, average: averageOfFinals(finals) };
}

/** The mean of final marks in hundredths, half-up; н/а, освобождён, зачёты stay out (domain.md B.4). */
export function averageOfFinals(finals: readonly FinalMark[]): number | null {
  const marks = finals.flatMap((value) =>
    value === null || value === 'notAttested' || value === 'exempt' ? [] : [{ value }],
  );
  return averageOf(marks, { algorithm: 'mean', roundingStep: '0.01' })?.hundredths ?? null;
}

/** Of a group: success and quality «по обучающимся», степень обученности and average over all marks. */
export type GroupSummary = {
  /** Students with at least one final mark. */
  counted: number;
  excellent: number;
  good: number;
  oneThree: number;
  failing: number;
  success: number | null;
  quality: number | null;
  learning: number | null;
  average: number | null;
};

/** `rows`: the final marks of each student. A student without any is not counted. */
export function groupSummary(rows: readonly (readonly FinalMark[])[], countsNotAttested: boolean): GroupSummary {
  const standings = rows.map(standingOf).filter((standing) => standing !== 'unmarked');
  const count = (wanted: string) => standings.filter((standing) => standing === wanted).length;
  const [excellent, good, oneThree, failing] = [count('excellent'), count('good'), count('oneThree'), count('failing')];
  const counted = standings.length;
  const all = rows.flat();
  return {
    ...{ counted, excellent, good, oneThree, failing },
    success: percent(counted - failing, counted),
    quality: percent(excellent + good, counted),
    learning: qualityOf(all, countsNotAttested).learning,
    average: averageOfFinals(all),
  };
}
