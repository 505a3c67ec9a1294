import { mondayOf } from '../calendar/local-date';
import { type StudyCalendar, studyDays } from '../calendar/school-days';
import { weekParity } from '../calendar/week-parity';
import type { LocalDate } from '../types';
import { groupBy } from './group-by';
import { meets } from './meets';
import type { PlacedEntry } from './next-timetable';

/** A lesson to be laid: `entryId` is null where no timetable brought it there. */
export type LaidLesson = {
  readonly sectionId: number;
  readonly periodId: number;
  readonly teacherId: number;
  readonly entryId: number | null;
  readonly date: LocalDate;
  readonly classPeriod: number;
  readonly room: string;
  readonly hours: number;
};

export type LaidSection = {
  readonly sectionId: number;
  readonly groupId: number;
  readonly subgroupId: number | null;
  readonly teacherId: number;
  /** Academic hours that the plan gives in this period. */
  readonly hours: number;
};

/** Lessons outside the week: practice, or a college that lays its lessons without a timetable. */
export type FixedLesson = Pick<LaidLesson, 'sectionId' | 'date' | 'classPeriod' | 'room'>;

export type PeriodPlan = {
  readonly periodId: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly calendar: StudyCalendar;
  readonly sections: readonly LaidSection[];
  readonly entries: readonly (PlacedEntry & { readonly entryId: number })[];
  readonly fixed: readonly FixedLesson[];
  readonly lessonHours: number;
};

/**
 * The lessons of a period (R-041, G-08): every study day follows its weekday's places in its week's parity until the hours of the
 * plan are given. In a week in which a group has lessons outside the week, the week itself gives way.
 */
export function layOut(plan: PeriodPlan): LaidLesson[] {
  const sections = new Map(plan.sections.map((section) => [section.sectionId, section]));
  const left = new Map(plan.sections.map(({ sectionId, hours }) => [sectionId, hours]));
  const teachers = new Set<string>();
  const groups = new Map<string, (number | null)[]>();
  const lessons: LaidLesson[] = [];
  const give = (place: FixedLesson, entryId: number | null): void => {
    const { sectionId, date, classPeriod, room } = place;
    const section = sections.get(sectionId);
    const hours = Math.min(plan.lessonHours, left.get(sectionId) ?? 0);
    if (!section || hours <= 0) return;
    const { groupId, subgroupId, teacherId } = section;
    const [teacher, group] = [`${teacherId} ${date} ${classPeriod}`, `${groupId} ${date} ${classPeriod}`];
    const there = groups.get(group) ?? [];
    if (teachers.has(teacher) || there.some((other) => meets(other, subgroupId))) return;
    teachers.add(teacher);
    groups.set(group, [...there, subgroupId]);
    left.set(sectionId, (left.get(sectionId) ?? 0) - hours);
    lessons.push({ sectionId, periodId: plan.periodId, teacherId, entryId, date, classPeriod, room, hours });
  };
  const days = studyDays(plan.startsOn, plan.endsOn, plan.calendar);
  const fixedByDay = groupBy(plan.fixed, ({ date }) => date);
  const weeksAway = new Set(
    plan.fixed.map(({ sectionId, date }) => `${sections.get(sectionId)?.groupId} ${mondayOf(date)}`),
  );
  const byWeekday = groupBy(plan.entries, ({ weekday }) => weekday);
  for (const { date, weekday } of days) {
    for (const lesson of fixedByDay.get(date) ?? []) give(lesson, null);
    const parity = weekParity(date, plan.startsOn);
    for (const entry of byWeekday.get(weekday) ?? []) {
      if (entry.parity !== 'every' && entry.parity !== parity) continue;
      if (date < entry.startsOn || date > entry.endsOn) continue;
      if (weeksAway.has(`${sections.get(entry.sectionId)?.groupId} ${mondayOf(date)}`)) continue;
      give({ ...entry, date }, entry.entryId);
    }
  }
  return lessons;
}
