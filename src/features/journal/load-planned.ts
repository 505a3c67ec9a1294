import { proposedTopics } from '@/domain/journal/plan';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { PlannedTopicView } from './journal-view';

/** A lesson's topic of the plan, bound or proposed, and the day of the section's next lesson. */
export type PlannedLesson = { topic: PlannedTopicView; nextLessonOn: LocalDate | null };

type ReadPlan = {
  lessons: [id: number, date: LocalDate, topic: '' | 'own', plannedTopicId: number | null][];
  topics: [id: number, no: number][];
};

/**
 * Planned topics of lessons of any number of sections by the grid's own rule (`proposedTopics`), keyed by lesson; lessons
 * without one are left out. One query reads the order of all lessons and topics, one the texts of the topics found. The
 * caller has asked that the lessons are in sight.
 */
export async function loadPlanned(
  db: Db,
  lessons: readonly { id: number; sectionId: number }[],
): Promise<Map<number, PlannedLesson>> {
  const sections = [...new Set(lessons.map(({ sectionId }) => sectionId))];
  if (sections.length === 0) return new Map();
  const plans = await db.$queryRaw<ReadPlan[]>`
    SELECT (SELECT coalesce(json_agg(json_build_array(l.id, l.date, CASE l.topic WHEN '' THEN '' ELSE 'own' END, l.planned_topic_id)
        ORDER BY l.date, l.class_period), '[]') FROM lesson l WHERE l.section_id = s.id AND l.state <> 'cancelled') AS lessons,
      (SELECT coalesce(json_agg(json_build_array(t.id, t.ordinal) ORDER BY t.ordinal), '[]')
        FROM planned_topic t WHERE t.scheme_id = s.scheme_id) AS topics
    FROM course_section s WHERE s.id = ANY (${sections}::int[])`;
  const wanted = new Set(lessons.map(({ id }) => id));
  const found = plans.flatMap(plannedIn).filter(({ lessonId }) => wanted.has(lessonId));
  const texts = await db.plannedTopic.findMany({
    where: { id: { in: found.map(({ topicId }) => topicId) } },
    select: { id: true, ordinal: true, title: true, homework: true, lessonType: true, hours: true },
  });
  const topics = new Map(texts.map(({ ordinal, ...topic }) => [topic.id, { ...topic, no: ordinal }]));
  return new Map(
    found.flatMap(({ lessonId, topicId, nextLessonOn }) => {
      const topic = topics.get(topicId);
      return topic ? [[lessonId, { topic, nextLessonOn }]] : [];
    }),
  );
}

function plannedIn(plan: ReadPlan) {
  const lessons = plan.lessons.map(([id, date, topic, plannedTopicId]) => ({ id, date, topic, plannedTopicId }));
  const proposed = proposedTopics(
    lessons,
    plan.topics.map(([id, no]) => ({ id, no })),
  );
  return lessons.flatMap(({ id, date, plannedTopicId }) => {
    const topicId = plannedTopicId ?? proposed.get(id)?.id;
    if (topicId === undefined) return [];
    return [{ lessonId: id, topicId, nextLessonOn: lessons.find((later) => later.date > date)?.date ?? null }];
  });
}
