import { type TopicRow, withoutRepeatedParts } from '@/domain/schemes/topic-rows';
import type { Db } from '@/server/db';

/** Lines of a scheme as they are edited, in their order. */
export async function readTopics(db: Db, schemeId: number): Promise<TopicRow[]> {
  const topics = await db.plannedTopic.findMany({
    where: { schemeId },
    orderBy: { ordinal: 'asc' },
    select: {
      ...{ id: true, part: true, title: true, lessonType: true, hours: true },
      ...{ content: true, homework: true, materials: true },
    },
  });
  return withoutRepeatedParts(topics.map((topic) => ({ ...topic, key: `t${topic.id}`, hours: String(topic.hours) })));
}
