import type { FormerTopic } from '@/domain/journal/plan';
import { fulfilmentOf, layTopics, type PlanDay } from '@/domain/load/fulfilment';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { JournalProgress } from './scheme-view';

type Row = {
  sectionId: number;
  group: string;
  subgroup: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate;
  planned: number;
  lessons: PlanDay[];
  former: FormerTopic[];
};
type Topic = { id: number; no: number; hours: number };

/** How journals of open years that follow the scheme have come on with it, and on which days its topics fall. */
export async function readProgress(
  db: Db,
  schemeId: number,
  topics: readonly Topic[],
  today: LocalDate,
): Promise<JournalProgress[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "sectionId", g.name AS "group", sg.name AS subgroup, y.starts_on::text AS "startsOn", y.ends_on::text AS "endsOn",
      (SELECT coalesce(sum(planned_hours), 0)::int FROM section_period WHERE section_id = c.id) AS planned,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'date', l.date, 'hours', l.hours, 'held', l.state = 'held',
          'topic', left(l.topic, 1), 'plannedTopicId', l.planned_topic_id) ORDER BY l.date, l.class_period), '[]')
        FROM lesson l WHERE l.section_id = c.id AND l.state <> 'cancelled') AS lessons,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'now', n.id)), '[]') FROM lesson l
        JOIN planned_topic o ON o.id = l.planned_topic_id AND o.scheme_id <> c.scheme_id
        LEFT JOIN planned_topic n ON n.scheme_id = c.scheme_id AND coalesce(n.origin_id, n.id) = coalesce(o.origin_id, o.id)
        WHERE l.section_id = c.id) AS former
    FROM course_section c JOIN academic_year y ON y.id = c.year_id JOIN student_group g ON g.id = c.group_id
      LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
    WHERE c.scheme_id = ${schemeId} AND y.closed_at IS NULL ORDER BY g.name, sg.name, c.id`;
  return rows.map(({ sectionId, group, subgroup, startsOn, endsOn, planned, lessons, former }) => {
    const term = { from: startsOn, to: endsOn, today, planned, before: 0 };
    const { given, unwritten, ahead, short, lost } = fulfilmentOf(lessons, topics, term, former);
    return {
      ...{ sectionId, label: subgroup ? `${group}, ${subgroup}` : group },
      ...{ planned, given, unwritten, ahead, short, lost },
      days: Object.fromEntries(layTopics(lessons, topics, former)),
    };
  });
}
