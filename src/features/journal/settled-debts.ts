import type { SettledDebt } from '@/access/policies';
import { markKey, type StoredMark } from './lock-cells';
import type { SectionContext } from './section-context';
import type { MarkWrite } from './write-marks';

/**
 * Since when the debts behind these marks are settled and whose the present marks are, keyed by «assignment student». The
 * moment is that of the step from the dot to a value: corrections after it do not prolong the window.
 */
export async function settledDebts(
  { tx }: SectionContext,
  marks: readonly MarkWrite[],
  stored: ReadonlyMap<string, StoredMark>,
): Promise<ReadonlyMap<string, SettledDebt>> {
  const settled = marks.flatMap((mark) => {
    const before = stored.get(markKey(mark));
    return before?.required && before.value !== null && mark.required ? [before] : [];
  });
  if (settled.length === 0) return new Map();
  const steps = await tx.$queryRaw<{ assignmentId: number; studentId: number; at: Date }[]>`
    SELECT c.assignment_id AS "assignmentId", c.student_id AS "studentId", max(e.at) AS at
    FROM unnest(${settled.map((mark) => mark.lessonId)}::int[], ${settled.map((mark) => mark.studentId)}::int[],
        ${settled.map((mark) => mark.assignmentId)}::int[]) AS k(lesson, student, assignment)
      JOIN audit_change c ON c.lesson_id = k.lesson AND c.student_id = k.student AND c.assignment_id = k.assignment
      JOIN audit_event e ON e.id = c.event_id
    WHERE c.entity = 'mark' AND c.field = 'value' AND c.before IS NULL AND c.after IS NOT NULL
    GROUP BY 1, 2`;
  const since = new Map(steps.map((step) => [markKey(step), step.at]));
  return new Map(settled.map((mark) => [markKey(mark), { by: mark.byId, at: since.get(markKey(mark)) ?? mark.at }]));
}
