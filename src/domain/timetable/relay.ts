import { type StudyCalendar, studyDays } from '../calendar/school-days';
import { weekParity } from '../calendar/week-parity';
import type { LocalDate } from '../types';
import { groupBy } from '../year/group-by';
import { Occupancy } from './occupancy';
import { type TimedSection, teacherOn, type Vacated, type WeekPlace } from './week-place';

/** A lesson that is there. `fixed`: filled, changed by hand or laid outside the week; `cancelled`: gives no hours, keeps its place empty. */
export type StandingLesson = {
  readonly id: number;
  readonly sectionId: number;
  readonly date: LocalDate;
  readonly classPeriod: number;
  readonly room: string;
  readonly teacherId: number;
  readonly entryId: number | null;
  readonly streamId: number | null;
  readonly hours: number;
  readonly fixed: boolean;
  readonly cancelled: boolean;
};

/** A teacher's hour outside the groups that are laid. */
export type BusyHour = {
  readonly teacherId: number;
  readonly date: LocalDate;
  readonly classPeriod: number;
  readonly streamId: number | null;
};

export type RelayPlan = {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** What is earlier stays as it is. */
  readonly from: LocalDate;
  readonly calendar: StudyCalendar;
  /** `hours`: academic hours of the plan in this period. */
  readonly sections: readonly (TimedSection & { readonly hours: number })[];
  readonly entries: readonly (WeekPlace & { readonly entryId: number; readonly sectionId: number })[];
  /** Of these sections, the whole period. */
  readonly lessons: readonly StandingLesson[];
  readonly vacated: readonly Vacated[];
  readonly busy: readonly BusyHour[];
  /** Usual academic hours of a lesson. */
  readonly lessonHours: number;
};

export type NewLesson = Omit<StandingLesson, 'id' | 'fixed' | 'cancelled' | 'entryId'> & { readonly entryId: number };

export type Relay = {
  readonly add: readonly NewLesson[];
  /** The same lesson with another room, stream, hours or place of the week. */
  readonly change: readonly (Pick<NewLesson, 'room' | 'hours' | 'entryId' | 'streamId'> & { readonly id: number })[];
  readonly remove: readonly number[];
  readonly kept: number;
  /** Hours of the plan for which the week has no place. */
  readonly short: readonly { readonly sectionId: number; readonly hours: number }[];
};

/**
 * Lays a period's lessons anew after the week has changed: from `from` on every study day follows its weekday's
 * places in its week's parity until the hours of the plan are given. What is fixed or earlier stays untouched, keeps its hour and counts
 * its hours; an empty lesson that still has its place stays itself. Nothing filled is lost, and hours never exceed the plan by
 * laying.
 */
export function relay(plan: RelayPlan): Relay {
  const sections = new Map(plan.sections.map((section) => [section.sectionId, section]));
  const occupancy = new Occupancy();
  for (const { teacherId, date, classPeriod, streamId } of plan.busy) {
    occupancy.takeTeacher(teacherId, date, classPeriod, streamId);
  }
  for (const hour of plan.vacated) occupancy.vacate(hour);
  const left = new Map(plan.sections.map(({ sectionId, hours }) => [sectionId, hours]));
  const movable = new Map<string, StandingLesson>();
  for (const lesson of plan.lessons) {
    const section = sections.get(lesson.sectionId);
    if (!section) continue;
    if (!lesson.fixed && !lesson.cancelled && lesson.date >= plan.from) {
      movable.set(keyOf(lesson), lesson);
      continue;
    }
    occupancy.takeGroup(section, lesson.date, lesson.classPeriod);
    if (lesson.cancelled) continue;
    occupancy.takeTeacher(lesson.teacherId, lesson.date, lesson.classPeriod, lesson.streamId);
    left.set(lesson.sectionId, (left.get(lesson.sectionId) ?? 0) - lesson.hours);
  }
  const wanted = layFrom(plan, sections, occupancy, left);
  return { ...compare(wanted, movable), short: shortOf(left) };
}

function layFrom(
  plan: RelayPlan,
  sections: ReadonlyMap<number, TimedSection>,
  occupancy: Occupancy,
  left: Map<number, number>,
): NewLesson[] {
  const byWeekday = groupBy(plan.entries, ({ weekday }) => weekday);
  for (const day of byWeekday.values()) day.sort((one, other) => one.classPeriod - other.classPeriod);
  const lessons: NewLesson[] = [];
  const first = [plan.from, plan.startsOn].sort()[1] ?? plan.from;
  for (const { date, weekday } of studyDays(first, plan.endsOn, plan.calendar)) {
    const parity = weekParity(date, plan.startsOn);
    for (const { entryId, sectionId, classPeriod, room, ...entry } of byWeekday.get(weekday) ?? []) {
      if (entry.parity !== 'every' && entry.parity !== parity) continue;
      if (date < entry.startsOn || date > entry.endsOn) continue;
      const section = sections.get(sectionId);
      const hours = Math.min(plan.lessonHours, left.get(sectionId) ?? 0);
      const teacherId = section ? teacherOn(section.teachers, date) : null;
      if (!section || teacherId === null || hours <= 0) continue;
      const { streamId } = section;
      if (!occupancy.isFree(section, teacherId, date, classPeriod)) continue;
      occupancy.takeTeacher(teacherId, date, classPeriod, streamId);
      occupancy.takeGroup(section, date, classPeriod);
      left.set(sectionId, (left.get(sectionId) ?? 0) - hours);
      lessons.push({ sectionId, streamId, teacherId, entryId, date, classPeriod, room, hours });
    }
  }
  return lessons;
}

/** An empty lesson whose journal, day, hour and teacher are wanted again stays itself. */
function compare(wanted: readonly NewLesson[], standing: ReadonlyMap<string, StandingLesson>): Omit<Relay, 'short'> {
  const unmatched = new Map(standing);
  const add: NewLesson[] = [];
  const change: Relay['change'][number][] = [];
  let kept = 0;
  for (const lesson of wanted) {
    const own = unmatched.get(keyOf(lesson));
    if (!own || own.teacherId !== lesson.teacherId) {
      add.push(lesson);
      continue;
    }
    unmatched.delete(keyOf(lesson));
    const { room, hours, entryId, streamId } = lesson;
    const same = own.room === room && own.hours === hours && own.entryId === entryId && own.streamId === streamId;
    if (same) kept += 1;
    else change.push({ id: own.id, room, hours, entryId, streamId });
  }
  return { add, change, remove: [...unmatched.values()].map(({ id }) => id), kept };
}

function shortOf(left: ReadonlyMap<number, number>): Relay['short'] {
  return [...left].filter(([, hours]) => hours > 0).map(([sectionId, hours]) => ({ sectionId, hours }));
}

const keyOf = ({ sectionId, date, classPeriod }: Pick<StandingLesson, 'sectionId' | 'date' | 'classPeriod'>): string =>
  `${sectionId} ${date} ${classPeriod}`;
