import type { Actor } from '@/access/actor';
import { type LessonFacts, refuseAttendanceFact, refuseFilling } from '@/access/policies';
import { bellTimes, type PairTime } from '@/domain/calendar/bells';
import { fillDeadline, isLate } from '@/domain/deadlines/deadlines';
import { byPresentPlan, proposedTopics } from '@/domain/journal/plan';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { errorText } from '@/texts/errors';
import { isComplete, missingParts } from './completeness';
import type { JournalRead, ReadLesson } from './journal-read';
import type { LessonColumn, LessonPart } from './journal-view';

/** `wholeDays`: of practice, whose lesson beyond a usual one is a whole day (domain.md «за день»). */
type Place = Pick<LessonFacts, 'sectionId' | 'groupId' | 'reopened'> & { locked: boolean; wholeDays: boolean };

/** One for all, so that it is packed once. */
const none: never[] = [];

/** The columns with what the actor may do in each; a planned topic is proposed to lessons without one, in the plan's order. */
export function assembleLessons(read: JournalRead, place: Place, actor: Actor, regulation: Regulation): LessonColumn[] {
  const former = read.former.map(({ now: _, ...topic }) => topic);
  const topics = new Map([...read.topics, ...former].map((topic) => [topic.id, topic]));
  const times = bellTimes(read.bells, read.shortened);
  const proposed = proposedTopics(byPresentPlan([...read.earlier, ...read.lessons], read.former), read.topics);
  const isWholeDay = ({ hours }: ReadLesson) => place.wholeDays && hours > regulation.lessonHours.usual;
  const rightsIn = rightsByDay(place, actor, regulation);
  const columns = read.lessons.map((lesson): LessonColumn => {
    const rights = rightsIn(lesson);
    const entry = entryOf(lesson, actor, regulation);
    return {
      id: lesson.id,
      date: lesson.date,
      classPeriod: lesson.classPeriod,
      time: isWholeDay(lesson) ? 'за день' : span(times(lesson.date, lesson.classPeriod, place.groupId)),
      room: lesson.room,
      type: lesson.lessonType,
      hours: lesson.hours,
      topic: lesson.topic,
      planned: (lesson.plannedTopicId === null ? proposed.get(lesson.id) : topics.get(lesson.plannedTopicId)) ?? null,
      homework: lesson.homework,
      homeworkDueOn: lesson.homeworkDueOn,
      attendanceTaken: lesson.attendanceTaken,
      version: lesson.version,
      missing: entry.missing,
      enteredAt: entry.at,
      enteredBy: lesson.enteredBy,
      late: entry.late,
      substitute: lesson.substitute,
      ...rights,
      assignments: [],
      individual: none,
    };
  });
  const columnOf = new Map(columns.map((column) => [column.id, column]));
  for (const { lessonId, id, taskType, title, required, dueOn, version } of read.assignments) {
    columnOf.get(lessonId)?.assignments.push({ id, type: taskType, title, required, dueOn, version });
  }
  for (const { lessonId, studentId, text, version } of read.individual) {
    const column = columnOf.get(lessonId);
    if (column) column.individual = [...column.individual, { studentId, text, version }];
  }
  return columns;
}

const span = (time: PairTime | null) => (time ? `${time.startsAt}–${time.endsAt}` : '');

type Entry = { missing: LessonPart[]; at: string | null; late: boolean };

/** What is still missing, when the lesson was entered and whether that is (or has become) late. */
function entryOf(lesson: ReadLesson, { now, today, timeZone }: Actor, regulation: Regulation): Entry {
  const missing = lesson.date > today || isComplete(lesson, regulation) ? none : missingParts(lesson, regulation);
  if (lesson.enteredAt === null && missing.length === 0) return { missing, at: null, late: false };
  const deadline = fillDeadline(lesson.date, regulation.deadlines, timeZone);
  const entered = lesson.enteredAt === null ? null : new Date(lesson.enteredAt * 1000);
  const late = (missing.length > 0 && isLate(now, deadline)) || (entered !== null && isLate(entered, deadline));
  return { missing, at: entered?.toISOString() ?? null, late };
}

type Rights = Pick<LessonColumn, 'editable' | 'debtEditable' | 'presenceEditable' | 'reasonEditable' | 'closedReason'>;

/** Rights differ between the lessons of one day only where the actor is a substitute in one of them. */
function rightsByDay(place: Place, actor: Actor, regulation: Regulation): (lesson: ReadLesson) => Rights {
  const known = new Map<LocalDate, Rights>();
  const substituted = new Set(actor.substitutes.map(({ lessonId }) => lessonId));
  return (lesson) => {
    const found = known.get(lesson.date);
    if (found && !substituted.has(lesson.id)) return found;
    const rights = rightsOf(lesson, place, actor, regulation);
    if (!substituted.has(lesson.id)) known.set(lesson.date, rights);
    return rights;
  };
}

function rightsOf(lesson: ReadLesson, place: Place, actor: Actor, regulation: Regulation): Rights {
  if (place.locked) return { ...closed, closedReason: errorText('PERIOD_LOCKED') };
  const { locked: _, wholeDays: __, ...facts }: Place & LessonFacts = { ...place, id: lesson.id, date: lesson.date };
  const refusal = refuseFilling(actor, facts, regulation);
  return {
    editable: refusal === null,
    debtEditable: refuseFilling(actor, facts, regulation, 'debtMark') === null,
    presenceEditable: refuseAttendanceFact(actor, facts, 'presence', regulation) === null,
    reasonEditable: refuseAttendanceFact(actor, facts, 'reason', regulation) === null,
    closedReason: refusal === null || refusal === 'FORBIDDEN' ? null : errorText(refusal),
  };
}

const closed = { editable: false, debtEditable: false, presenceEditable: false, reasonEditable: false };
