import type { LocalDate } from '../types';
import { addDays, mondayOf } from './local-date';

export type SpanKind = 'vacation' | 'session' | 'practice' | 'finalAttestation';
export type StudySpan = { readonly kind: SpanKind; readonly startsOn: LocalDate; readonly endsOn: LocalDate };

/** Mondays of the weeks of a year, the first and the last of which it may share with its neighbours. */
export function weeksOfYear(startsOn: LocalDate, endsOn: LocalDate): LocalDate[] {
  const weeks: LocalDate[] = [];
  for (let week = mondayOf(startsOn); week <= endsOn; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** Neighbouring weeks in which a group does the same; null: lessons. */
export type WeekRun = { readonly kind: SpanKind | null; readonly weeks: number };

/**
 * A row of the график учебного процесса: a week is of a kind when at least three of its six study days are, the kind with most
 * of them first.
 */
export function weekRuns(weeks: readonly LocalDate[], spans: readonly StudySpan[]): WeekRun[] {
  const runs: { kind: SpanKind | null; weeks: number }[] = [];
  for (const monday of weeks) {
    const kind = kindOfWeek(monday, spans);
    const last = runs.at(-1);
    if (last && last.kind === kind) last.weeks += 1;
    else runs.push({ kind, weeks: 1 });
  }
  return runs;
}

function kindOfWeek(monday: LocalDate, spans: readonly StudySpan[]): SpanKind | null {
  const days = new Map<SpanKind, number>();
  for (let day = 0; day < 6; day += 1) {
    const date = addDays(monday, day);
    const span = spans.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
    if (span) days.set(span.kind, (days.get(span.kind) ?? 0) + 1);
  }
  const [most] = [...days].toSorted(([, one], [, other]) => other - one);
  return most && most[1] >= 3 ? most[0] : null;
}
