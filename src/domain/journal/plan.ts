import type { Regulation } from '../regulation/regulation';
import type { LocalDate } from '../types';

/** A lesson as the plan sees it, in the order of a section's lessons; academic hours. */
export type PlanLesson = {
  readonly id: number;
  readonly topic: string;
  readonly plannedTopicId: number | null;
  readonly hours: number;
};

/** A line of the plan; `no` is its number there. */
export type PlanTopic = { readonly id: number; readonly no: number; readonly hours: number };

/** A topic of an earlier version that lessons were given by, and the one that goes on from it in the present version. */
export type FormerTopic = { readonly id: number; readonly now: number | null };

/**
 * Which topic of the plan each lesson without one gets, by the lesson's id. Lessons go on after the last topic
 * taken, in the order of the plan; a topic longer than a lesson stays until its hours are given; a lesson left empty between
 * filled ones gets the topic that they skipped. Lessons of their own wording without the plan take no topic away.
 */
export function proposedTopics<Topic extends PlanTopic>(
  lessons: readonly PlanLesson[],
  topics: readonly Topic[],
): Map<number, Topic> {
  const left = hoursLeft(lessons, topics);
  const unfinished = (topic: Topic | undefined) => (topic && (left.get(topic.id) ?? 0) > 0 ? topic : undefined);
  const byNumber = new Map(topics.map((topic) => [topic.no, topic]));
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const taken = new Set(lessons.map(({ plannedTopicId }) => plannedTopicId));
  const last = Math.max(0, ...topics.filter(({ id }) => taken.has(id)).map(({ no }) => no));
  const ahead = topics.filter(({ no }) => no >= last).sort((one, other) => one.no - other.no);
  const proposed = new Map<number, Topic>();
  let before = 0;
  for (const { id, topic: words, plannedTopicId, hours } of lessons) {
    if (plannedTopicId !== null) before = Math.max(before, byId.get(plannedTopicId)?.no ?? 0);
    else if (words === '') {
      const gap = before < last ? (unfinished(byNumber.get(before)) ?? skipped(byNumber.get(before + 1))) : undefined;
      const topic = gap ?? ahead.find(unfinished);
      if (gap) before = gap.no;
      if (!topic) continue;
      proposed.set(id, topic);
      left.set(topic.id, (left.get(topic.id) ?? 0) - hours);
    }
  }
  return proposed;

  function skipped(topic: Topic | undefined): Topic | undefined {
    return topic && topic.no < last && !taken.has(topic.id) ? unfinished(topic) : undefined;
  }
}

/** Hours of each topic that no lesson has given yet. */
function hoursLeft(lessons: readonly PlanLesson[], topics: readonly PlanTopic[]): Map<number, number> {
  const left = new Map(topics.map(({ id, hours }) => [id, hours]));
  for (const { plannedTopicId, hours } of lessons) {
    const rest = plannedTopicId === null ? undefined : left.get(plannedTopicId);
    if (plannedTopicId !== null && rest !== undefined) left.set(plannedTopicId, rest - hours);
  }
  return left;
}

/** Lessons given by an earlier version of the plan, as lessons of the present one; a topic that it dropped stays as it is. */
export function byPresentPlan<Lesson extends Pick<PlanLesson, 'plannedTopicId'>>(
  lessons: readonly Lesson[],
  former: readonly FormerTopic[],
): readonly Lesson[] {
  if (former.length === 0) return lessons;
  const now = new Map(former.map((topic) => [topic.id, topic.now]));
  return lessons.map((lesson) => {
    const present = now.get(lesson.plannedTopicId ?? 0);
    return present ? { ...lesson, plannedTopicId: present } : lesson;
  });
}

type Written = { readonly topic: string; readonly homework: string; readonly homeworkDueOn: LocalDate | null };
type Planned = { readonly id: number; readonly title: string; readonly homework: string; readonly lessonType: string };

/** What a lesson takes from its planned topic; `topic` is left out where the lesson keeps its own. */
export type TakenFromPlan = {
  readonly topic?: { readonly title: string; readonly plannedTopicId: number; readonly lessonType: string };
  readonly homework: string;
  readonly homeworkDueOn: LocalDate | null;
};

/**
 * Taking a topic from the plan fills what is empty; where nothing is, the plan's words replace the present ones. Homework is
 * due at the next lesson; where the regulation has it written by hand it is left alone. Hours stay those of the timetable.
 */
export function takenFromPlan(
  lesson: Written,
  planned: Planned,
  nextLessonOn: LocalDate | null,
  rule: Regulation['schemes']['homework'],
): TakenFromPlan {
  const { id, title, lessonType } = planned;
  if (rule === 'byHand') {
    const { homework, homeworkDueOn } = lesson;
    return { topic: { title, plannedTopicId: id, lessonType }, homework, homeworkDueOn };
  }
  const replaces = lesson.topic !== '' && lesson.homework !== '';
  const homework = replaces || lesson.homework === '' ? planned.homework : lesson.homework;
  return {
    ...(replaces || lesson.topic === '' ? { topic: { title, plannedTopicId: id, lessonType } } : {}),
    homework,
    homeworkDueOn: homework === '' ? null : (lesson.homeworkDueOn ?? nextLessonOn),
  };
}
