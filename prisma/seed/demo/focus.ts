import { addDays } from '@/domain/calendar/local-date';
import { lastStudyDay, studyDay } from '@/domain/calendar/school-days';
import type { LocalDate } from '@/domain/types';
import { demoCalendar, semesters } from './calendar';
import type { Gap } from './journal-entries';
import type { DemoPlan } from './model';
import { membershipsOf } from './movements';
import { makePlan } from './plan';
import { random } from './random';
import { Busy, substitute } from './substitutions';
import { inOrder } from './tables';

/** The day that the demo college lives on: the given one, outside the two years the nearest day with lessons. */
function demoDay(plan: Pick<DemoPlan, 'lessons'>, date: LocalDate): LocalDate {
  const dates = plan.lessons.map((lesson) => lesson.date).sort(inOrder);
  const first = dates[0] ?? date;
  const last = dates.at(-1) ?? date;
  return date < first ? first : date > last ? last : date;
}

/** The day itself when it is a school day of a semester, else the last school day before it. */
export function lastSchoolDay(date: LocalDate): LocalDate {
  const within = semesters.findLast(({ from }) => from <= date);
  const latest = within && date > within.lessonsTo ? within.lessonsTo : date;
  if (latest === date && studyDay(date, demoCalendar).studies) return date;
  return lastStudyDay(latest, semesters[0]?.from ?? date, demoCalendar)?.date ?? date;
}

/** Takes back what the college cannot know yet on the day: substitutions, orders on students, closed accesses to come. */
function forgetFuture(plan: DemoPlan, day: LocalDate): void {
  for (const lesson of plan.lessons) {
    if (!lesson.substitution || lesson.substitution.orderDate <= day) continue;
    lesson.teacher = lesson.substitution.absent;
    lesson.substitution = null;
  }
  const toArrive = new Set(
    plan.movements.filter(({ kind, orderDate }) => kind === 'arrive' && orderDate > day).map(({ student }) => student),
  );
  plan.movements = plan.movements.filter(({ orderDate }) => orderDate <= day);
  plan.memberships = membershipsOf(plan.groups, plan.movements).filter(({ student }) => !toArrive.has(student));
  plan.closedAccess = plan.closedAccess.filter(({ date }) => date < day);
}

/** The demo teacher gives a colleague's lesson on the day in focus, or on the nearest before it, and gave one a month ago. */
function laySubstitutionsForTeacher(plan: DemoPlan, day: LocalDate): void {
  const teacher = plan.people.find(({ login }) => login === 'teacher')?.no;
  if (teacher === undefined) return;
  const busy = new Busy(plan.lessons);
  for (const latest of [lastSchoolDay(day), addDays(day, -30)]) {
    const candidates = plan.lessons
      .filter(({ date, substitution, entry }) => date <= latest && substitution === null && entry !== null)
      .filter((lesson) => plan.sections[lesson.section]?.chair === 'programming' && lesson.teacher !== teacher)
      .sort((one, other) => inOrder(other.date, one.date) || one.pair - other.pair);
    const chosen = candidates.find((lesson) => !busy.has(teacher, lesson));
    if (chosen) substitute(chosen, teacher, 'курсы повышения квалификации', '96-к', busy);
  }
}

const schoolDayGaps: readonly (Gap | null)[] = ['homework', null, null, 'topic', null, 'attendance'];
const dayOffGaps: readonly (Gap | null)[] = ['everything', null, 'homework', null, 'topic', null, 'attendance'];

/**
 * What is left undone on the day. The demo teacher: a substituted lesson of the days before, the last own lesson when the
 * day itself has none, and in the last two weeks one without topic, one without homework, one without attendance.
 * Of the colleagues' lessons of the last nine days about one in thirty.
 */
function gapsOf(plan: DemoPlan, day: LocalDate): Map<number, Gap> {
  const teacher = plan.people.find(({ login }) => login === 'teacher')?.no;
  const past = [...plan.lessons.entries()]
    .filter(([, lesson]) => lesson.date < day && lesson.date >= addDays(day, -40))
    .sort(([, one], [, other]) => inOrder(other.date, one.date) || other.pair - one.pair);
  const gaps = new Map<number, Gap>();
  for (const [no, { section, date, pair }] of past) {
    const rng = random(plan.seed, 'gap', section, date, pair);
    if (date >= addDays(day, -9) && rng.chance(0.033))
      gaps.set(no, rng.pick(['homework', 'topic', 'attendance', 'homework', 'everything']));
  }
  const own = past.filter(([, lesson]) => lesson.teacher === teacher);
  for (const [no] of own) gaps.delete(no);
  const substituted = own.find(([, lesson]) => lesson.substitution !== null && lesson.date >= addDays(day, -7));
  if (substituted) gaps.set(substituted[0], 'everything');
  const taught = own.filter(([, lesson]) => lesson.substitution === null);
  for (const [place, gap] of (lastSchoolDay(day) === day ? schoolDayGaps : dayOffGaps).entries()) {
    const lesson = taught[place];
    if (lesson && gap !== null) gaps.set(lesson[0], gap);
  }
  return gaps;
}

export interface Demo {
  plan: DemoPlan;
  day: LocalDate;
  gaps: ReadonlyMap<number, Gap>;
}

/** The demo college as it is known on a date; the same seed and date give the same college. */
export function makeDemo(date: LocalDate, seed?: string): Demo {
  const plan = makePlan(seed);
  const day = demoDay(plan, date);
  forgetFuture(plan, day);
  laySubstitutionsForTeacher(plan, day);
  return { plan, day, gaps: gapsOf(plan, day) };
}
