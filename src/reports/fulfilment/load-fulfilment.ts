import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import type { FormerTopic, PlanTopic } from '@/domain/journal/plan';
import { type Fulfilment, fulfilmentOf, type PlanDay } from '@/domain/load/fulfilment';
import { compareTitles } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { CourseKind } from '@/server/prisma/enums';
import { regulationOf } from '@/server/regulation';
import type { FulfilmentParams } from './fulfilment-params';

/** A journal in its period. */
export type FulfilmentLine = Fulfilment & {
  group: string;
  course: string;
  kind: CourseKind;
  teachers: string[];
  period: string;
  /** Whether an approved КТП is there. */
  scheme: boolean;
};

export type FulfilmentData = {
  lines: FulfilmentLine[];
  institution: string;
  scope: string;
  /** The institution's own words (C-19). */
  words: Pick<Regulation['vocabulary'], 'group' | 'course' | 'teacher'>;
};

type Row = {
  group: string;
  subgroup: string | null;
  index: string;
  course: string;
  kind: CourseKind;
  teachers: string[];
  period: string;
  from: LocalDate;
  to: LocalDate;
  planned: number;
  before: number;
  scheme: boolean;
  lessons: PlanDay[];
  topics: PlanTopic[];
  former: FormerTopic[];
};

/** Journals in the actor's sight against their plans; null for a group out of sight. */
export async function loadFulfilment(actor: Actor, params: FulfilmentParams): Promise<FulfilmentData | null> {
  const groups = await db().studentGroup.findMany({
    where: { AND: [groupsVisibleTo(actor), params.group === undefined ? {} : { id: params.group }] },
    select: { id: true, name: true },
  });
  if (groups.length === 0) return null;
  const rows = await readJournals(
    actor.today,
    params,
    groups.map(({ id }) => id),
  );
  const institution = await db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } });
  const lines = rows.map(({ lessons, topics, former, from, to, planned, before, subgroup, index, ...row }) => ({
    ...row,
    group: subgroup ? `${row.group}, ${subgroup}` : row.group,
    course: `${index} ${row.course}`,
    ...fulfilmentOf(lessons, topics, { from, to, today: actor.today, planned, before }, former),
  }));
  lines.sort((one, other) => compareTitles(one.group, other.group) || compareTitles(one.course, other.course));
  return {
    lines,
    words: (await regulationOf(actor)).vocabulary,
    institution: institution.name,
    scope: params.group === undefined ? 'все группы' : (groups[0]?.name ?? ''),
  };
}

/** In one statement; the present period of a journal is its last one that has begun in the year of today. */
function readJournals(today: LocalDate, { teacher, period }: FulfilmentParams, groups: number[]): Promise<Row[]> {
  const periodId = typeof period === 'number' ? period : null;
  return db().$queryRaw<Row[]>`
    WITH present AS (SELECT id FROM academic_year WHERE starts_on <= ${today}::date ORDER BY starts_on DESC LIMIT 1),
    chosen AS (SELECT DISTINCT ON (c.id) c.id, c.scheme_id, c.group_id, c.subgroup_id, c.item_id, p.name AS period, p.starts_on, p.ends_on,
        sp.planned_hours
      FROM course_section c JOIN section_period sp ON sp.section_id = c.id JOIN academic_period p ON p.id = sp.period_id AND p.kind <> 'year'
      WHERE c.group_id = ANY (${groups}::int[]) AND (p.id = ${periodId}::int OR ${periodId}::int IS NULL AND p.starts_on <= ${today}::date
          AND c.year_id = (SELECT id FROM present))
        AND (${teacher ?? null}::int IS NULL OR EXISTS (SELECT 1 FROM teaching_assignment t WHERE t.section_id = c.id
          AND t.teacher_id = ${teacher ?? null}::int))
      ORDER BY c.id, p.starts_on DESC)
    SELECT g.name AS "group", sg.name AS subgroup, i.index, k.name AS course, k.kind::text AS kind, c.period, c.starts_on::text AS "from",
      c.ends_on::text AS "to", c.planned_hours AS planned, coalesce(w.state = 'approved', false) AS scheme,
      (SELECT coalesce(sum(sp.planned_hours), 0)::int FROM section_period sp JOIN academic_period p ON p.id = sp.period_id AND p.kind <> 'year'
        WHERE sp.section_id = c.id AND p.starts_on < c.starts_on) AS before,
      ARRAY(SELECT DISTINCT p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '')
        FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id WHERE t.section_id = c.id AND t.starts_on <= c.ends_on
          AND (t.ends_on IS NULL OR t.ends_on >= c.starts_on)) AS teachers,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'date', l.date, 'hours', l.hours, 'held', l.state = 'held',
          'topic', left(l.topic, 1), 'plannedTopicId', l.planned_topic_id) ORDER BY l.date, l.class_period), '[]')
        FROM lesson l WHERE l.section_id = c.id AND l.state <> 'cancelled') AS lessons,
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'no', t.ordinal, 'hours', t.hours) ORDER BY t.ordinal), '[]')
        FROM planned_topic t WHERE t.scheme_id = c.scheme_id) AS topics,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'now', n.id)), '[]') FROM lesson l
        JOIN planned_topic o ON o.id = l.planned_topic_id AND o.scheme_id <> c.scheme_id
        LEFT JOIN planned_topic n ON n.scheme_id = c.scheme_id AND coalesce(n.origin_id, n.id) = coalesce(o.origin_id, o.id)
        WHERE w.version > 1 AND l.section_id = c.id) AS former
    FROM chosen c JOIN student_group g ON g.id = c.group_id LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN scheme_of_work w ON w.id = c.scheme_id`;
}
