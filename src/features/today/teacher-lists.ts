import { addDays } from '@/domain/calendar/local-date';
import { fillDeadline, periodMarksDeadline, publicationDeadline, workDeadline } from '@/domain/deadlines/deadlines';
import { editWindow, windowState } from '@/domain/deadlines/edit-window';
import { localDateOf } from '@/domain/deadlines/zone';
import { nameWithInitials } from '@/domain/people/name';
import { workTitle } from '@/features/diary/diary-words';
import { missingParts } from '@/features/journal/completeness';
import { controlFormLabels } from '@/texts/labels';
import { deadlineWords, urgencyOf } from './deadline-words';
import { lessonState, partNames, type Rules } from './lesson-states';
import type { ReadDebt, ReadGrades, ReadUnfilled, ReadWork } from './read-teacher-day';
import type { AwaitingWork, DebtLine, GradesToGive, PlanOffer, TeacherToday, UnfilledLesson } from './today-view';

/** Past lessons with something missing, oldest first: the overdue ones stand before those that are due. */
export function unfilledLessons(
  lessons: readonly ReadUnfilled[],
  rules: Rules,
  planOf: (lesson: ReadUnfilled) => PlanOffer | null,
): UnfilledLesson[] {
  const { regulation, moment } = rules;
  return lessons.flatMap((lesson) => {
    const state = lessonState(lesson, rules);
    if (state !== 'overdue' && state !== 'attention') return [];
    const deadline = fillDeadline(lesson.date, regulation.deadlines, moment.timeZone);
    return {
      sectionId: lesson.sectionId,
      lessonId: lesson.id,
      date: lesson.date,
      classPeriod: lesson.classPeriod,
      group: groupWords(lesson),
      index: lesson.index,
      missing: missingParts(lesson, regulation).map((part) => partNames[part]),
      state,
      deadline: deadlineWords(deadline, moment),
      plan: planOf(lesson),
    };
  });
}

/** Works with a term whose marks may still be entered; the nearest deadline first. */
export function awaitingWorks(works: readonly ReadWork[], { regulation, moment }: Rules): AwaitingWork[] {
  const dated = works.flatMap((work) => {
    const by = work.own ? 'teacher' : 'substitute';
    const window = editWindow({ kind: 'lesson', by, lessonDate: work.date }, regulation, moment.timeZone);
    const type = regulation.taskTypes.find(({ id }) => id === work.taskType);
    const byWork = type ? workDeadline(work.date, type, moment.timeZone) : null;
    if (byWork === null || windowState(window, moment.now) !== 'open') return [];
    const byLesson = fillDeadline(work.date, regulation.deadlines, moment.timeZone);
    return { work, deadline: new Date(Math.max(byWork.getTime(), byLesson.getTime())) };
  });
  return dated
    .sort((one, other) => one.deadline.getTime() - other.deadline.getTime())
    .slice(0, 12)
    .map(({ work, deadline }) => ({
      sectionId: work.sectionId,
      lessonId: work.lessonId,
      date: work.date,
      classPeriod: work.classPeriod,
      group: work.group,
      work: workTitle(work, regulation),
      checked: work.checked,
      total: work.total,
      state: urgencyOf(deadline, moment),
      deadline: deadlineWords(deadline, moment),
    }));
}

export function debtLines(debts: readonly ReadDebt[], { regulation }: Rules): DebtLine[] {
  return debts.map(({ students, total: _, taskType, title, ...debt }) => ({
    ...debt,
    work: workTitle({ taskType, title }, regulation),
    students: someNames(students),
  }));
}

/** «Борисов, Давлетшина, Иванов А. С. и ещё 6»; a surname borne twice in the group keeps its initials. */
function someNames(students: ReadDebt['students']): string {
  const names = students.map((student) => (student.shared ? nameWithInitials(student) : student.lastName));
  if (names.length <= 4) return names.join(', ');
  return `${names.slice(0, 3).join(', ')} и ещё ${names.length - 3}`;
}

/**
 * The period nearest to its end, from a fortnight before it until its marks are due, then while some are missing or
 * not shown to the families.
 */
export function gradesToGive(read: readonly ReadGrades[], rules: Rules): TeacherToday['grades'] {
  const { regulation, moment } = rules;
  const ended = [...read].sort((one, other) => one.endsOn.localeCompare(other.endsOn));
  const wanted =
    ended.find((line) => line.given < line.total || line.unpublished > 0) ??
    ended.find((line) => line.endsOn >= moment.today);
  if (!wanted) return null;
  const deadline = periodMarksDeadline(wanted.endsOn, regulation.deadlines, moment.timeZone);
  const lines = read.filter((line) => line.endsOn === wanted.endsOn);
  return {
    period: wanted.period,
    dueOn: deadline ? addDays(localDateOf(deadline, moment.timeZone), -1) : wanted.endsOn,
    lines: lines.map(({ sectionId, periodId, group, index, controlForm, given, total, ...waiting }) => ({
      sectionId,
      periodId,
      group,
      course: controlForm === 'none' ? index : `${index}, ${controlFormLabels[controlForm]}`,
      given,
      total,
      unpublished: unpublishedGrades(waiting, rules),
    })),
  };
}

function unpublishedGrades(
  { unpublished, waitingSince }: Pick<ReadGrades, 'unpublished' | 'waitingSince'>,
  { regulation, moment }: Rules,
): GradesToGive['unpublished'] {
  if (unpublished === 0 || waitingSince === null) return null;
  const deadline = publicationDeadline(new Date(waitingSince), regulation.deadlines, moment.timeZone);
  if (deadline === null) return { count: unpublished, state: 'ahead', deadline: '' };
  return { count: unpublished, state: urgencyOf(deadline, moment), deadline: deadlineWords(deadline, moment) };
}

/** «ИСП-25-1» or «ИСП-25-1, подгр. 1». */
export function groupWords({ group, subgroup }: { group: string; subgroup: string | null }): string {
  return subgroup ? `${group}, ${subgroup}` : group;
}
