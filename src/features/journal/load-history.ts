import type { Actor } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import { lessonEntryIsLate, markIsLate } from '@/domain/journal/lateness';
import { nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import { regulationOfPeriod } from '@/server/regulation';
import { roleLabels } from '@/texts/labels';
import { fieldInWords, type HistoryStep, valueInWords } from './history-words';

export type HistoryEntry = {
  at: string;
  by: string;
  role: string;
  /** Whom the author substituted at this lesson, «Хабибуллина Г. Р.». */
  insteadOf: string | null;
  /** «отметка, ПЗ № 1», «причина отсутствия», «тема» … */
  what: string;
  before: string | null;
  after: string | null;
  late: boolean;
};

type Row = HistoryStep & {
  at: Date;
  by: string;
  roles: string;
  date: string;
  taskType: string | null;
  insteadOf: string | null;
};

/**
 * The values that a cell (lesson × student) or a lesson had, oldest first and the newest 500 of them, with author, role and
 * real time (R-077, T-086).
 * Null when the lesson is not in the actor's sight.
 */
export async function loadHistory(
  actor: Actor,
  place: { sectionId: number; lessonId: number; studentId: number | null },
): Promise<HistoryEntry[] | null> {
  const { sectionId, lessonId, studentId } = place;
  const lesson = await db().lesson.findFirst({
    where: { id: lessonId, section: { AND: [{ id: sectionId }, sectionsVisibleTo(actor)] } },
    select: { groupPeriod: { select: { regulationId: true } } },
  });
  if (!lesson) return null;
  const rows = await db().$queryRaw<Row[]>`
    WITH withdrawn AS (SELECT assignment_id AS id, max(before) FILTER (WHERE field = 'title') AS title,
        max(before) FILTER (WHERE field = 'task_type') AS task_type
      FROM audit_change WHERE lesson_id = ${lessonId} AND student_id IS NULL AND entity = 'assignment' AND after IS NULL
        AND field IN ('title', 'task_type') GROUP BY 1)
    SELECT e.at, coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', ''), 'Ведомость') AS by,
      e.roles, c.entity, c.field, nullif(coalesce(a.title, w.title), '') AS assignment,
      coalesce(a.task_type, w.task_type) AS "taskType", c.before, c.after, l.date::text AS date,
      (SELECT o.last_name || ' ' || left(o.first_name, 1) || '.' || coalesce(' ' || left(o.middle_name, 1) || '.', '')
        FROM substitution x JOIN person o ON o.id = x.absent_teacher_id WHERE x.lesson_id = l.id AND l.teacher_id = e.person_id) AS "insteadOf"
    FROM audit_change c JOIN audit_event e ON e.id = c.event_id JOIN lesson l ON l.id = c.lesson_id
      LEFT JOIN person p ON p.id = e.person_id LEFT JOIN assignment a ON a.id = c.assignment_id
      LEFT JOIN withdrawn w ON w.id = c.assignment_id
    WHERE c.lesson_id = ${lessonId} AND c.student_id IS NOT DISTINCT FROM ${studentId}::int
    ORDER BY c.id DESC LIMIT 500`;
  rows.reverse();
  const regulation = await regulationOfPeriod(actor, lesson.groupPeriod.regulationId);
  const words = { regulation, ...(await namesIn(rows)) };
  return rows.flatMap(({ at, by, roles, date, taskType, insteadOf, ...step }) => {
    const what = fieldInWords(step);
    if (what === null || (step.before === null && step.after === null)) return [];
    const late =
      step.entity === 'mark' && taskType !== null
        ? markIsLate({ enteredAt: at, lessonDate: date, taskType }, regulation, actor.timeZone)
        : lessonEntryIsLate(at, date, regulation, actor.timeZone);
    const [before, after] = [valueInWords(step, step.before, words), valueInWords(step, step.after, words)];
    return [{ at: at.toISOString(), by, role: roleWords(roles), insteadOf, what, before, after, late }];
  });
}

/** Numbers of planned topics and names of teachers that the steps name by id. */
async function namesIn(steps: readonly HistoryStep[]) {
  const idsOf = (field: string) =>
    steps
      .filter((step) => step.field === field)
      .flatMap(({ before, after }) => [before, after])
      .flatMap((text) => Number.parseInt(text ?? '', 10) || []);
  const [topicIds, teacherIds] = [idsOf('planned_topic_id'), idsOf('teacher_id')];
  const topics =
    topicIds.length === 0
      ? []
      : await db().plannedTopic.findMany({ where: { id: { in: topicIds } }, select: { id: true, ordinal: true } });
  const people =
    teacherIds.length === 0
      ? []
      : await db().person.findMany({
          where: { id: { in: teacherIds } },
          select: { id: true, lastName: true, firstName: true, middleName: true },
        });
  return {
    topicNo: new Map(topics.map(({ id, ordinal }) => [String(id), ordinal])),
    names: new Map(people.map((person) => [String(person.id), nameWithInitials(person)])),
  };
}

function roleWords(roles: string): string {
  const known = roles
    .split(' ')
    .flatMap((role) => (role in roleLabels ? [roleLabels[role as keyof typeof roleLabels]] : []));
  return known.join(', ');
}
