import type { PrismaClient } from '@/server/prisma/client';
import { checkAverages } from './invariants-averages';
import { historyQueries } from './invariants-history';

/** I1: a key that was taken has its answer, and the act behind an answer has left its row. */
const keys = `SELECT 'I1 key ' || key || ' of ' || person_id || ' is taken without an answer' AS broken FROM idempotency_answer WHERE answer IS NULL`;

/** I1, T-080: no row of history without the act that made it, no step of a journal without a person. */
const acts = `SELECT 'I1 event ' || id || ' (' || command || ') says neither who nor as what' AS broken FROM audit_event
  WHERE person_id IS NULL AND roles = '' OR result <> 'ok'`;

/**
 * I4: after the act that locked a period nothing in it changed, but through a reopening of the section. Where the lock has
 * left no act (it was made by hand), its moment counts.
 */
const locks = `
  WITH lock AS (
    SELECT gp.group_id, gp.period_id, gp.locked_at, (SELECT max(c.id) FROM audit_change c WHERE c.entity = 'groupPeriod' AND c.field = 'lockedAt'
        AND c.record_id = gp.group_id AND c.period_id = gp.period_id AND c.after IS NOT NULL) AS step
    FROM group_period gp WHERE gp.locked_at IS NOT NULL),
  step AS (
    SELECT c.id, c.entity, c.field, e.at, l.group_id, l.period_id, l.section_id FROM audit_change c JOIN audit_event e ON e.id = c.event_id
      JOIN lesson l ON l.id = c.lesson_id
    UNION ALL
    SELECT c.id, c.entity, c.field, e.at, s.group_id, c.period_id, s.id FROM audit_change c JOIN audit_event e ON e.id = c.event_id
      JOIN course_section s ON s.id = c.record_id WHERE c.entity = 'grade')
  SELECT 'I4 step ' || step.id || ' (' || entity || ' ' || field || ') is younger than the lock of group ' || step.group_id || ', period ' || step.period_id AS broken
  FROM step JOIN lock ON lock.group_id = step.group_id AND lock.period_id = step.period_id
  WHERE CASE WHEN lock.step IS NULL THEN step.at >= lock.locked_at ELSE step.id > lock.step END
    AND NOT EXISTS (SELECT 1 FROM section_reopening r WHERE r.section_id = step.section_id AND r.period_id = step.period_id
      AND r.opened_at <= step.at AND r.open_until > step.at)`;

const enrolledOn = (
  student: string,
  lesson: string,
) => `EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = ${student}
  AND e.group_id = ${lesson}.group_id AND e.starts_on <= ${lesson}.date AND (e.ends_on IS NULL OR e.ends_on >= ${lesson}.date))
  AND (${lesson}.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = ${lesson}.subgroup_id
    AND m.student_id = ${student} AND m.starts_on <= ${lesson}.date AND (m.ends_on IS NULL OR m.ends_on >= ${lesson}.date)))`;

/** I6: what no foreign key says: copies of a fact agree, values stand only where their owner was, constraints are in force. */
const orphans = [
  `SELECT 'I6 constraint ' || conname || ' is not in force' AS broken FROM pg_constraint WHERE NOT convalidated OR NOT conenforced`,
  `SELECT 'I6 trigger ' || tgname || ' of ' || tgrelid::regclass || ' is switched off' AS broken FROM pg_trigger WHERE tgenabled = 'D'`,
  `SELECT 'I6 lesson ' || l.id || ' is not of its section''s group, subgroup or year' AS broken
    FROM lesson l JOIN course_section s ON s.id = l.section_id JOIN academic_period p ON p.id = l.period_id
    WHERE l.group_id <> s.group_id OR l.subgroup_id IS DISTINCT FROM s.subgroup_id OR p.year_id <> s.year_id`,
  `SELECT 'I6 lesson ' || l.id || ' of ' || l.date || ' lies outside its period' AS broken FROM lesson l JOIN academic_period p ON p.id = l.period_id
    WHERE l.date NOT BETWEEN p.starts_on AND p.ends_on`,
  `SELECT 'I6 lesson ' || l.id || ' follows a topic of another plan' AS broken FROM lesson l JOIN course_section s ON s.id = l.section_id
    JOIN planned_topic t ON t.id = l.planned_topic_id JOIN scheme_of_work w ON w.id = t.scheme_id LEFT JOIN scheme_of_work p ON p.id = s.scheme_id
    WHERE coalesce(w.first_id, w.id) IS DISTINCT FROM coalesce(p.first_id, p.id)`,
  `SELECT 'I6 lesson ' || l.id || ' is ' || l.state || ' but entered ' || coalesce(l.entered_at::text, 'never') AS broken FROM lesson l
    WHERE (l.state = 'held') <> (l.entered_at IS NOT NULL) AND l.state <> 'cancelled'`,
  `SELECT 'I6 mark of a stranger: student ' || m.student_id || ', lesson ' || l.id AS broken FROM mark m JOIN assignment a ON a.id = m.assignment_id
    JOIN lesson l ON l.id = a.lesson_id WHERE (m.value IS NOT NULL OR m.required) AND NOT (${enrolledOn('m.student_id', 'l')})`,
  `SELECT 'I6 attendance of a stranger: student ' || v.student_id || ', lesson ' || l.id AS broken FROM attendance_event v
    JOIN lesson l ON l.id = v.lesson_id WHERE (v.presence IS NOT NULL OR v.reason IS NOT NULL) AND NOT (${enrolledOn('v.student_id', 'l')})`,
  `SELECT 'I6 reason without an absence: student ' || student_id || ', lesson ' || lesson_id AS broken FROM attendance_event
    WHERE reason IS NOT NULL AND presence IS DISTINCT FROM 'absent'`,
  `SELECT 'I6 grade of section ' || g.section_id || ' is not of its group' AS broken FROM grade g JOIN course_section s ON s.id = g.section_id
    WHERE g.group_id <> s.group_id`,
  `SELECT 'I6 history of nothing: step ' || c.id AS broken FROM audit_change c WHERE (c.lesson_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lesson WHERE id = c.lesson_id) AND NOT EXISTS (
      SELECT 1 FROM audit_change w WHERE w.lesson_id = c.lesson_id AND w.entity = 'lesson' AND w.field = 'laid' AND w.after IS NULL))
    OR (c.student_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM student WHERE id = c.student_id))
    OR (c.assignment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assignment WHERE id = c.assignment_id) AND NOT EXISTS (
      SELECT 1 FROM audit_change w WHERE w.assignment_id = c.assignment_id AND w.entity = 'assignment' AND w.field = 'title' AND w.after IS NULL))
    OR (c.period_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM academic_period WHERE id = c.period_id))`,
];

/**
 * The invariants of the record I1–I6 (trust.md §6), asked as the schema's owner of the whole database: one sentence for each
 * violation, at most 20 of a kind; an intact database answers nothing.
 */
export async function checkInvariants(owner: PrismaClient): Promise<string[]> {
  const broken: string[] = [];
  for (const query of [keys, acts, ...historyQueries, locks, ...orphans]) {
    const rows = await owner.$queryRawUnsafe<{ broken: string }[]>(`${query} LIMIT 20`);
    broken.push(...rows.map((row) => row.broken));
  }
  return [...broken, ...(await checkAverages(owner))];
}
