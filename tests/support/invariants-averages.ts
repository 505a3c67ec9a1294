import { averageOf } from '@/domain/grading/average';
import { proposeMark } from '@/domain/grading/proposal';
import { parseRegulation } from '@/domain/regulation/regulation';
import type { MarkValue } from '@/domain/types';
import type { PrismaClient } from '@/server/prisma/client';

type Given = {
  place: string;
  average: string | null;
  proposed: string | null;
  passFail: boolean;
  regulation: unknown;
  marks: { value: MarkValue; type: string; former: boolean }[] | null;
};

/** Marks as they stood when the grade was given: the last step of each before the grade's own, whose author is not asked. */
const given = `
  WITH told AS (
    SELECT record_id AS section_id, period_id, student_id, max(id) AS step FROM audit_change
    WHERE entity = 'grade' AND field = 'value' GROUP BY 1, 2, 3)
  SELECT g.section_id || ' ' || g.period_id || ' ' || g.student_id AS place, g.average::text AS average, g.proposed, i.pass_fail AS "passFail",
    (SELECT r.data FROM regulation_version r WHERE r.valid_from <= g.entered_at::date ORDER BY r.valid_from DESC LIMIT 1) AS regulation,
    (SELECT json_agg(json_build_object('value', m.after, 'type', m.task_type, 'former', m.section_id <> g.section_id)) FROM (
      SELECT DISTINCT ON (c.assignment_id) c.after, a.task_type, l.section_id FROM audit_change c JOIN assignment a ON a.id = c.assignment_id
        JOIN lesson l ON l.id = a.lesson_id JOIN course_section o ON o.id = l.section_id JOIN curriculum_item oi ON oi.id = o.item_id
      WHERE c.entity = 'mark' AND c.field = 'value' AND c.student_id = g.student_id AND c.id < told.step AND l.period_id = g.period_id
        AND l.state <> 'cancelled' AND (o.id = g.section_id OR (oi.course_id = i.course_id AND o.group_id <> s.group_id))
      ORDER BY c.assignment_id, c.id DESC) m WHERE m.after IS NOT NULL) AS marks
  FROM grade g JOIN told USING (section_id, period_id, student_id) JOIN course_section s ON s.id = g.section_id
    JOIN curriculum_item i ON i.id = s.item_id`;

/** I5: the average and the proposal kept with each period grade equal a recomputation from the history. */
export async function checkAverages(owner: PrismaClient): Promise<string[]> {
  const rows = await owner.$queryRawUnsafe<Given[]>(given);
  return rows.flatMap(({ place, average, proposed, passFail, regulation, marks }) => {
    const { periodMark, taskTypes } = parseRegulation(regulation);
    const counted = (marks ?? []).filter(({ former }) => !former || periodMark.formerSectionMarks === 'count');
    const weightOf = (type: string) => taskTypes.find(({ id }) => id === type)?.weight ?? 1;
    const again = averageOf(
      counted.map(({ value, type }) => ({ value, weight: weightOf(type) })),
      periodMark,
    );
    const text = again ? (again.hundredths / 100).toFixed(2) : null;
    const wanted = passFail ? null : (proposeMark(again, periodMark)?.value ?? null);
    return text === average && wanted === proposed
      ? []
      : [`I5 grade ${place}: kept ${average} → ${proposed}, recomputed ${text} → ${wanted}`];
  });
}
