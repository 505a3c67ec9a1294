import { type Actor, canAny } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { publicationDeadline } from '@/domain/deadlines/deadlines';
import { nameWithInitials, type PersonName } from '@/domain/people/name';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { deadlineWords } from './deadline-words';
import type { LateGrades } from './today-view';

const shown = 50;

type Read = {
  sectionId: number;
  periodId: number;
  group: string;
  course: string;
  teachers: PersonName[];
  count: number;
  waitingSince: Date;
};

/**
 * Journals whose period grades are given and not published past the regulation's term, in the scope of whoever oversees
 * journals, the longest waiting first; none where the regulation sets no term, null for everybody else.
 */
export async function loadLateGrades(actor: Actor): Promise<LateGrades[] | null> {
  if (!canAny(actor, ['journal.viewAll', 'journal.viewDepartment'])) return null;
  const { deadlines } = await regulationOf(actor);
  if (deadlines.publishResultsDays === null) return [];
  const groups = await db().studentGroup.findMany({ where: groupsVisibleTo(actor), select: { id: true } });
  const late = await db().$queryRaw<Read[]>`
    WITH late AS (SELECT section_id, period_id, count(*)::int AS count, min(entered_at) AS since FROM grade
      WHERE published_at IS NULL AND value IS NOT NULL AND group_id = ANY (${groups.map(({ id }) => id)}::int[])
        AND (entered_at AT TIME ZONE ${actor.timeZone})::date + ${deadlines.publishResultsDays}::int < ${actor.today}::date
      GROUP BY section_id, period_id ORDER BY min(entered_at), section_id LIMIT ${shown})
    SELECT late.section_id AS "sectionId", late.period_id AS "periodId", g.name AS "group", i.index || ' ' || k.name || coalesce(', ' || b.name, '') AS course,
      (SELECT coalesce(json_agg(json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) ORDER BY p.last_name), '[]')
        FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id WHERE t.section_id = late.section_id
          AND t.starts_on <= ${actor.today}::date AND (t.ends_on IS NULL OR t.ends_on >= ${actor.today}::date)) AS teachers,
      late.count, late.since AS "waitingSince"
    FROM late JOIN course_section s ON s.id = late.section_id JOIN student_group g ON g.id = s.group_id
      JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup b ON b.id = s.subgroup_id
    ORDER BY late.since, g.name, late.section_id`;
  return late.map(({ teachers, waitingSince, ...line }) => {
    const deadline = publicationDeadline(waitingSince, deadlines, actor.timeZone);
    return {
      ...line,
      teachers: teachers.map(nameWithInitials).join(', '),
      deadline: deadline ? deadlineWords(deadline, actor) : '',
    };
  });
}
