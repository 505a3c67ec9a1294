import { type Asserted, defineCommand, type Outcome, type RunArgs } from '@/server/command';
import { applyEdits } from './apply-edits';
import { type CellEdits, type CellEditsAnswer, cellEdits } from './cell-edits';
import { checkLessonEdits } from './check-edits';
import { loadSectionContext, type SectionContext } from './section-context';
import { auditEntries } from './written';

/**
 * One batch of a journal: cells, topic, hours, homework, assignments, period grades (R-056…R-069, contract.md PATCH).
 * Everything that is allowed and fresh is written; newer values of others come back as conflicts, nothing is overwritten.
 */
export const markCells = defineCommand({
  name: 'journal.mark-cells',
  permission: ['journal.fill', 'journal.setReason', 'grade.give'],
  input: cellEdits,
  period: lockTouched,
  run: async ({ found: context, actor, input }): Promise<Outcome<CellEditsAnswer>> => {
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

/** Finds, asserts and locks in one statement: a save is made of few. */
async function lockTouched({ tx, actor, now, input }: RunArgs<CellEdits>): Promise<Asserted<SectionContext>> {
  const graded = input.grades.map(({ periodId }) => periodId);
  return { asserted: await loadSectionContext({ tx, actor, now }, input.sectionId, lessonIds(input), graded) };
}
