import type { Actor } from '@/access/actor';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { type LogParams, logDays } from './log-params';

export type LogLine = {
  kind: 'substituted' | 'cancelled' | 'moved' | 'replaced';
  date: LocalDate;
  classPeriod: number;
  hours: number;
  group: string;
  course: string;
  absent: string;
  reason: string;
  orderNumber: string;
  orderedOn: LocalDate | null;
  /** Empty where nobody came. */
  by: string;
  /** The topic of what was given instead; empty while it is not filled. */
  topic: string;
  /** The course given instead of a replaced one. */
  instead: string | null;
  movedTo: LocalDate | null;
  movedPair: number | null;
};
export type LogData = {
  institution: string;
  /** What the institution calls a group and a course (C-19). */
  words: { group: string; course: string };
  group: string;
  from: LocalDate;
  to: LocalDate;
  lines: readonly LogLine[];
};

/** Lessons that were not given as the timetable had them; null for a group that is not there. */
export async function loadLog(actor: Actor, params: LogParams): Promise<LogData | null> {
  const { from, to } = logDays(actor, params);
  const groupId = params.group ?? null;
  const [{ vocabulary }, institution, group, lines] = await Promise.all([
    regulationOf(actor),
    db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } }),
    groupId === null ? null : db().studentGroup.findUnique({ where: { id: groupId }, select: { name: true } }),
    readLines({ from, to, groupId }),
  ]);
  if (groupId !== null && !group) return null;
  const words = { group: vocabulary.group.one, course: vocabulary.course.one };
  return { institution: institution.name, words, group: group?.name ?? '', from, to, lines };
}

function readLines({ from, to, groupId }: { from: LocalDate; to: LocalDate; groupId: number | null }) {
  return db().$queryRaw<LogLine[]>`
    WITH names AS (SELECT p.id, p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') AS name FROM person p
      JOIN staff_member f ON f.id = p.id),
    found AS (
      SELECT 'substituted' AS kind, l.id AS lesson_id, l.date, l.class_period, x.absent_teacher_id AS absent_id, x.reason, x.order_number, x.ordered_on,
        l.teacher_id AS by_id, l.topic, NULL::int AS instead_id
      FROM substitution x JOIN lesson l ON l.id = x.lesson_id WHERE l.state <> 'cancelled' AND l.date BETWEEN ${from}::date AND ${to}::date
      UNION ALL
      SELECT c.kind::text, l.id, c.former_date, c.former_class_period, coalesce(x.absent_teacher_id, l.teacher_id), c.reason, c.order_number, c.ordered_on,
        CASE WHEN c.kind = 'moved' THEN l.teacher_id ELSE g.teacher_id END, CASE WHEN c.kind = 'moved' THEN l.topic ELSE coalesce(g.topic, '') END, c.instead_id
      FROM lesson_change c JOIN lesson l ON l.id = c.lesson_id LEFT JOIN substitution x ON x.lesson_id = l.id LEFT JOIN lesson g ON g.id = c.instead_id
      WHERE c.undone_at IS NULL AND c.former_date BETWEEN ${from}::date AND ${to}::date)
    SELECT f.kind, f.date::text, f.class_period::int AS "classPeriod", l.hours::int, concat_ws(', ', sg.name, s.name) AS group, k.name AS course,
      coalesce(a.name, '') AS absent, f.reason, f.order_number AS "orderNumber", f.ordered_on::text AS "orderedOn", coalesce(b.name, '') AS by, f.topic,
      (SELECT ik.name FROM lesson g JOIN course_section ic ON ic.id = g.section_id JOIN curriculum_item ii ON ii.id = ic.item_id
        JOIN course ik ON ik.id = ii.course_id WHERE g.id = f.instead_id) AS instead,
      CASE WHEN f.kind = 'moved' THEN l.date::text END AS "movedTo", CASE WHEN f.kind = 'moved' THEN l.class_period::int END AS "movedPair"
    FROM found f JOIN lesson l ON l.id = f.lesson_id JOIN student_group sg ON sg.id = l.group_id LEFT JOIN subgroup s ON s.id = l.subgroup_id
      JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN names a ON a.id = f.absent_id LEFT JOIN names b ON b.id = f.by_id
    WHERE ${groupId}::int IS NULL OR l.group_id = ${groupId}::int
    ORDER BY f.date, f.class_period, sg.name, f.lesson_id`;
}
