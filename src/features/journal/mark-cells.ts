import { defineCommand, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { applyEdits } from './apply-edits';
import { type CellEdits, type CellEditsAnswer, cellEdits } from './cell-edits';
import { checkLessonEdits } from './check-edits';
import { assertVisible, loadSectionContext } from './section-context';
import { auditEntries } from './written';

/**
 * One batch of a journal: cells, topic, hours, homework, assignments, period grades (R-056…R-069, contract.md PATCH).
 * Everything that is allowed and fresh is written; newer values of others come back as conflicts, nothing is overwritten.
 */
export const markCells = defineCommand({
  name: 'journal.mark-cells',
  permission: ['journal.fill', 'journal.setReason', 'grade.give'],
  input: cellEdits,
  period: touchedPeriods,
  run: async ({
    tx,
    actor,
    now,
    input,
  }): Promise<{ result: CellEditsAnswer; audit: ReturnType<typeof auditEntries> }> => {
    const graded = input.grades.map(({ periodId }) => periodId);
    const context = await loadSectionContext({ tx, actor, now }, input.sectionId, lessonIds(input), graded);
    checkLessonEdits(context, input);
    const { answer, steps } = await applyEdits(context, input);
    return { result: answer, audit: auditEntries(input.sectionId, steps, actor.personId) };
  },
});

/** Every lesson that the batch speaks of, once. */
function lessonIds(edits: CellEdits): number[] {
  const lists = [
    edits.lessons,
    edits.assignments,
    edits.removals,
    edits.presences,
    edits.reasons,
    edits.marks,
    edits.homework,
  ];
  return [...new Set(lists.flatMap((list) => list.map((edit) => edit.lessonId)))].sort((a, b) => a - b);
}

/** Finds and asserts in one statement: a save is made of few. */
async function touchedPeriods({ tx, actor, input }: RunArgs<CellEdits>): Promise<'asserted'> {
  await assertVisible({ tx, actor }, input.sectionId);
  const [touched] = await tx.$queryRaw<{ periods: number[]; ofYear: boolean }[]>`
    WITH keys AS (
      SELECT l.group_id, l.period_id, l.section_id FROM lesson l
      WHERE l.id = ANY (${lessonIds(input)}::int[]) AND l.section_id = ${input.sectionId}
      UNION
      SELECT c.group_id, gp.period_id, c.id FROM course_section c JOIN group_period gp ON gp.group_id = c.group_id
        JOIN academic_period p ON p.id = gp.period_id AND p.year_id = c.year_id
      WHERE c.id = ${input.sectionId} AND gp.period_id = ANY (${input.grades.map((grade) => grade.periodId)}::int[]))
    SELECT coalesce(array_agg(k.period_id), '{}') AS periods, coalesce(bool_or(p.kind = 'year'), false) AS "ofYear",
      assert_open(array_agg(k.group_id), array_agg(k.period_id), array_agg(k.section_id))::text
    FROM keys k JOIN academic_period p ON p.id = k.period_id`;
  if (touched?.ofYear)
    throw new Refusal('INVALID', { detail: 'За год оценка в журнале не ставится, поставьте её за период' });
  const own = new Set(touched?.periods);
  if (own.size === 0 || input.grades.some((grade) => !own.has(grade.periodId))) throw new Refusal('NOT_FOUND');
  return 'asserted';
}
