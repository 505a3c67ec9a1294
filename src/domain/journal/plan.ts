import type { LocalDate } from '../types';

/** A lesson as the plan sees it, in the order of a section's lessons. */
export type PlanLesson = { readonly id: number; readonly topic: string; readonly plannedTopicId: number | null };

/** A line of the plan; `no` is its number there. */
export type PlanTopic = { readonly id: number; readonly no: number };

/**
 * Which topic of the plan each lesson without one gets, by the lesson's id. Lessons go on after the last topic
 * taken, in the order of the plan; a lesson left empty between filled ones gets the topic that they skipped. Lessons of
 * their own wording without the plan take no topic away.
 */
export function proposedTopics<Topic extends PlanTopic>(
  lessons: readonly PlanLesson[],
  topics: readonly Topic[],
): Map<number, Topic> {
  const numbers = new Map(topics.map(({ id, no }) => [id, no]));
  const taken = new Set(lessons.map(({ plannedTopicId }) => plannedTopicId));
  const free = topics.filter(({ id }) => !taken.has(id)).sort((one, other) => one.no - other.no);
  const last = Math.max(0, ...topics.filter(({ id }) => taken.has(id)).map(({ no }) => no));
  const skipped = new Map(free.filter(({ no }) => no < last).map((topic) => [topic.no, topic]));
  const ahead = free.filter(({ no }) => no > last);
  const proposed = new Map<number, Topic>();
  let before = 0;
  let next = 0;
  for (const { id, topic: words, plannedTopicId } of lessons) {
    if (plannedTopicId !== null) before = Math.max(before, numbers.get(plannedTopicId) ?? 0);
    else if (words === '') {
      const gap = skipped.get(before + 1);
      const topic = gap ?? ahead[next];
      if (gap) before = gap.no;
      else next += 1;
      if (topic) proposed.set(id, topic);
    }
  }
  return proposed;
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
 * due at the next lesson. Hours stay those of the timetable: a topic of four hours fills two lessons of two.
 */
export function takenFromPlan(lesson: Written, planned: Planned, nextLessonOn: LocalDate | null): TakenFromPlan {
  const replaces = lesson.topic !== '' && lesson.homework !== '';
  const homework = replaces || lesson.homework === '' ? planned.homework : lesson.homework;
  const { id, title, lessonType } = planned;
  return {
    ...(replaces || lesson.topic === '' ? { topic: { title, plannedTopicId: id, lessonType } } : {}),
    homework,
    homeworkDueOn: homework === '' ? null : (lesson.homeworkDueOn ?? nextLessonOn),
  };
}
