import type { Regulation } from '@/domain/regulation/regulation';
import type { MarkValue } from '@/domain/types';
import type { Db } from '@/server/db';

export type CountedMark = { value: MarkValue; taskType: string };

/**
 * Marks that count towards the period mark of each student: those of the section and, where the profile says so, those of
 * the same course in the group or the subgroup the student came from, as far as they are older than the last coming (G-07,
 * Keyed by student.
 */
export async function marksOfPeriod(
  tx: Db,
  place: { sectionId: number; courseId: number; periodId: number; only?: 'former' },
  regulation: Regulation,
): Promise<Map<number, CountedMark[]>> {
  const alsoFormer = regulation.periodMark.formerSectionMarks === 'count';
  const rows = await tx.$queryRaw<({ studentId: number } & CountedMark)[]>`
    WITH own AS (SELECT * FROM course_section WHERE id = ${place.sectionId}),
    came AS (
      SELECT e.student_id, former.group_id, NULL::int AS subgroup_id, max(e.starts_on) AS on_day FROM own
        JOIN enrollment e ON e.group_id = own.group_id
        JOIN enrollment former ON former.student_id = e.student_id AND former.group_id <> e.group_id AND former.starts_on < e.starts_on
      WHERE ${alsoFormer} GROUP BY 1, 2
      UNION ALL
      SELECT m.student_id, own.group_id, former.subgroup_id, max(m.starts_on) FROM own
        JOIN subgroup_membership m ON m.subgroup_id = own.subgroup_id
        JOIN subgroup_membership former ON former.student_id = m.student_id AND former.subgroup_id <> m.subgroup_id
          AND former.starts_on < m.starts_on
        JOIN subgroup g ON g.id = former.subgroup_id AND g.group_id = own.group_id
      WHERE ${alsoFormer} GROUP BY 1, 2, 3)
    SELECT m.student_id AS "studentId", m.value, a.task_type AS "taskType"
    FROM lesson l JOIN assignment a ON a.lesson_id = l.id JOIN mark m ON m.assignment_id = a.id
    WHERE l.section_id = ${place.sectionId} AND l.period_id = ${place.periodId} AND m.value IS NOT NULL AND l.state <> 'cancelled'
      AND ${place.only !== 'former'}
    UNION ALL
    SELECT m.student_id, m.value, a.task_type
    FROM own, came JOIN course_section c ON c.group_id = came.group_id AND (came.subgroup_id IS NULL OR c.subgroup_id = came.subgroup_id)
      JOIN curriculum_item i ON i.id = c.item_id AND i.course_id = ${place.courseId}
      JOIN lesson l ON l.section_id = c.id AND l.period_id = ${place.periodId} AND l.state <> 'cancelled' AND l.date < came.on_day
      JOIN assignment a ON a.lesson_id = l.id JOIN mark m ON m.assignment_id = a.id AND m.student_id = came.student_id
    WHERE c.year_id = own.year_id AND m.value IS NOT NULL`;
  const byStudent = new Map<number, CountedMark[]>();
  for (const { studentId, ...mark } of rows) {
    const list = byStudent.get(studentId) ?? [];
    list.push(mark);
    byStudent.set(studentId, list);
  }
  return byStudent;
}

/** Marks with the weights of their kinds of work. */
export function weighted(
  marks: readonly CountedMark[],
  regulation: Regulation,
): { value: MarkValue; weight: number }[] {
  const weights = new Map(regulation.taskTypes.map((type) => [type.id, type.weight]));
  return marks.map(({ value, taskType }) => ({ value, weight: weights.get(taskType) ?? 1 }));
}
