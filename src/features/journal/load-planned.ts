import { byPresentPlan, proposedTopics } from '@/domain/journal/plan';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { PlannedTopicView } from './journal-view';

/** A lesson's topic of the plan, bound or proposed, and the day of the section's next lesson. */
export type PlannedLesson = { topic: PlannedTopicView; nextLessonOn: LocalDate | null };

type ReadPlan = {
  lessons: [id: number, date: LocalDate, topic: '' | 'own', plannedTopicId: number | null, hours: number][];
  topics: [id: number, no: number, hours: number][];
  former: [id: number, now: number | null][];
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
    SELECT (SELECT coalesce(json_agg(json_build_array(l.id, l.date, CASE l.topic WHEN '' THEN '' ELSE 'own' END, l.planned_topic_id, l.hours)
        ORDER BY l.date, l.class_period), '[]') FROM lesson l WHERE l.section_id = s.id AND l.state <> 'cancelled') AS lessons,
      (SELECT coalesce(json_agg(json_build_array(t.id, t.ordinal, t.hours) ORDER BY t.ordinal), '[]')
        FROM planned_topic t WHERE t.scheme_id = s.scheme_id) AS topics,
      (SELECT coalesce(json_agg(json_build_array(o.id, n.id)), '[]') FROM scheme_of_work w
        JOIN lesson l ON l.section_id = s.id JOIN planned_topic o ON o.id = l.planned_topic_id AND o.scheme_id <> s.scheme_id
        LEFT JOIN planned_topic n ON n.scheme_id = s.scheme_id AND coalesce(n.origin_id, n.id) = coalesce(o.origin_id, o.id)
        WHERE w.id = s.scheme_id AND w.version > 1) AS former
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
  const lessons = plan.lessons.map(([id, date, topic, plannedTopicId, hours]) => ({
    ...{ id, date, topic, plannedTopicId, hours },
  }));
  const proposed = proposedTopics(
    byPresentPlan(
      lessons,
      plan.former.map(([id, now]) => ({ id, now })),
    ),
    plan.topics.map(([id, no, hours]) => ({ id, no, hours })),
  );
  return lessons.flatMap(({ id, date, plannedTopicId }) => {
    const topicId = plannedTopicId ?? proposed.get(id)?.id;
    if (topicId === undefined) return [];
    return [{ lessonId: id, topicId, nextLessonOn: lessons.find((later) => later.date > date)?.date ?? null }];
  });
}
