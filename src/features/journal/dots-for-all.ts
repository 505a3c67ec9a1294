import type { AssignmentRef, CellEdits } from './cell-edits';
import { lessonOf, type SectionContext } from './section-context';
import type { MarkWrite } from './write-marks';

/** «Отметить всех»: a dot for every student whose row is open on the day and who is not in the batch already. */
export async function dotsForAll(
  context: SectionContext,
  edits: CellEdits['assignments'],
  resolve: (ref: AssignmentRef) => number,
  own: readonly MarkWrite[],
): Promise<MarkWrite[]> {
  const wanted = edits.filter((edit) => edit.dotForAll);
  const dots: MarkWrite[] = [];
  for (const edit of wanted) {
    const assignmentId = resolve(edit.assignment);
    const named = new Set(own.filter((mark) => mark.assignmentId === assignmentId).map((mark) => mark.studentId));
    for (const studentId of await openStudents(context, edit.lessonId)) {
      if (named.has(studentId)) continue;
      dots.push({
        lessonId: edit.lessonId,
        assignmentId,
        studentId,
        value: null,
        required: true,
        comment: null,
        version: 0,
        by: context.actor.personId,
        at: context.now,
      });
    }
  }
  return dots;
}

/** Students enrolled on the lesson's date, in its subgroup, not on leave or home study. */
export async function openStudents({ tx, ...context }: SectionContext, lessonId: number): Promise<number[]> {
  const lesson = lessonOf({ tx, ...context }, lessonId);
  const day = new Date(lesson.date);
  const covers = { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] };
  const rows = await tx.enrollment.findMany({
    where: {
      groupId: lesson.groupId,
      ...covers,
      statuses: { none: { closesJournal: true, ...covers } },
      ...(lesson.subgroupId === null
        ? {}
        : { student: { subgroupMemberships: { some: { subgroupId: lesson.subgroupId, ...covers } } } }),
    },
    select: { studentId: true },
    orderBy: { studentId: 'asc' },
  });
  return rows.map((row) => row.studentId);
}
