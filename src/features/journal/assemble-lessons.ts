import type { Actor } from '@/access/actor';
import { type LessonFacts, refuseAttendanceFact, refuseFilling } from '@/access/policies';
import { fillDeadline, isLate } from '@/domain/deadlines/deadlines';
import { lessonEntryIsLate } from '@/domain/journal/lateness';
import { proposedTopics } from '@/domain/journal/plan';
import type { Regulation } from '@/domain/regulation/regulation';
import { errorText } from '@/texts/errors';
import { missingParts } from './completeness';
import type { JournalRead, ReadLesson } from './journal-read';
import type { LessonColumn } from './journal-view';

type Place = { sectionId: number; groupId: number; locked: boolean };

/** The columns with what the actor may do in each; a planned topic is proposed to lessons without one, in the plan's order. */
export function assembleLessons(read: JournalRead, place: Place, actor: Actor, regulation: Regulation): LessonColumn[] {
  const topics = new Map(read.topics.map((topic) => [topic.id, topic]));
  const bells = new Map(read.bells.map((bell) => [bell.number, bell.time]));
  const proposed = proposedTopics(read.lessons, read.topics);
  return read.lessons.map((lesson) => ({
    ...factsOf(lesson, actor, regulation),
    ...rightsOf(lesson, place, actor, regulation),
    time: bells.get(lesson.classPeriod) ?? '',
    planned: (lesson.plannedTopicId === null ? proposed.get(lesson.id) : topics.get(lesson.plannedTopicId)) ?? null,
    assignments: read.assignments
      .filter((assignment) => assignment.lessonId === lesson.id)
      .map(({ lessonId: _, taskType, ...assignment }) => ({ ...assignment, type: taskType })),
    individual: read.individual
      .filter((homework) => homework.lessonId === lesson.id)
      .map(({ lessonId: _, ...rest }) => rest),
  }));
}

function factsOf(lesson: ReadLesson, { now, today, timeZone }: Actor, regulation: Regulation) {
  const { lessonType, state: _, enteredAt, plannedTopicId: __, ...facts } = lesson;
  const entered = enteredAt === null ? null : new Date(enteredAt * 1000);
  const missing = lesson.date > today ? [] : missingParts(lesson, regulation);
  const overdue = missing.length > 0 && isLate(now, fillDeadline(lesson.date, regulation.deadlines, timeZone));
  return {
    ...facts,
    type: lessonType,
    missing,
    enteredAt: entered?.toISOString() ?? null,
    late: overdue || (entered !== null && lessonEntryIsLate(entered, lesson.date, regulation, timeZone)),
  };
}

function rightsOf(lesson: ReadLesson, place: Place, actor: Actor, regulation: Regulation) {
  const facts: LessonFacts = { ...place, id: lesson.id, date: lesson.date };
  const refusal = place.locked ? 'PERIOD_LOCKED' : refuseFilling(actor, facts, regulation);
  return {
    editable: refusal === null,
    debtEditable: !place.locked && refuseFilling(actor, facts, regulation, 'debtMark') === null,
    reasonEditable: !place.locked && refuseAttendanceFact(actor, facts, 'reason', regulation) === null,
    presenceEditable: !place.locked && refuseAttendanceFact(actor, facts, 'presence', regulation) === null,
    closedReason: refusal === null || refusal === 'FORBIDDEN' ? null : errorText(refusal),
  };
}
