import type { Actor } from '@/access/actor';
import { refuseFilling } from '@/access/policies';
import { takenFromPlan } from '@/domain/journal/plan';
import type { Regulation } from '@/domain/regulation/regulation';
import { missingParts } from '@/features/journal/completeness';
import type { PlannedLesson } from '@/features/journal/load-planned';
import type { ReadUnfilled } from './read-teacher-day';
import type { PlanOffer } from './today-view';

/**
 * «Взять из плана: 46» beside a lesson that lacks nothing else: null where attendance is missing too, the
 * plan has no words for what is, or the lesson's window is over for this person.
 */
export function planOffer(
  lesson: ReadUnfilled,
  planned: PlannedLesson | undefined,
  actor: Actor,
  regulation: Regulation,
): PlanOffer | null {
  if (!planned || refuseFilling(actor, lesson, regulation) !== null) return null;
  const { schemes } = regulation;
  const taken = takenFromPlan(lesson, planned.topic, planned.nextLessonOn, schemes.homework);
  const { topic, homework, homeworkDueOn } = taken;
  const after = { ...lesson, topic: topic?.title ?? lesson.topic, homework };
  if (missingParts(after, regulation).length > 0) return null;
  const edit = {
    lessonId: lesson.id,
    version: lesson.version,
    ...(topic ? { topic: topic.title, plannedTopicId: topic.plannedTopicId, lessonType: topic.lessonType } : {}),
    homework,
    homeworkDueOn,
  };
  return { no: planned.topic.no, edit };
}
