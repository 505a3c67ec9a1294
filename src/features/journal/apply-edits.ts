import { lessonEntryIsLate, markIsLate } from '@/domain/journal/lateness';
import { Refusal } from '@/server/errors';
import type { Prisma } from '@/server/prisma/client';
import { attendanceAuthors } from './attendance-authors';
import type { AssignmentRef, CellEdits, CellEditsAnswer } from './cell-edits';
import { checkAttendanceEdits, checkMarkEdits, checkPrevailing } from './check-edits';
import { isComplete } from './completeness';
import { withAuthors } from './conflict-authors';
import { dotsForAll } from './dots-for-all';
import { lockCells, lockMarks, markKey, type StoredMark } from './lock-cells';
import { lessonOf, type SectionContext } from './section-context';
import { settledDebts } from './settled-debts';
import { changeAssignments, createAssignments, type StoredAssignment } from './write-assignments';
import { cellKey, lockAttendance, writePresences, writeReasons } from './write-attendance';
import { writeGrades } from './write-grades';
import { writeHomework } from './write-homework';
import { writeLessons } from './write-lessons';
import { type MarkWrite, writeMarks } from './write-marks';
import { withdrawAssignments } from './write-removals';
import type { AuthoredStep } from './written';

type Applied = { answer: CellEditsAnswer; steps: AuthoredStep[] };

/** Writes a checked batch in a fixed order of tables, so that two batches never wait for each other crosswise. */
export async function applyEdits(context: SectionContext, edits: CellEdits): Promise<Applied> {
  const answer: CellEditsAnswer = {
    savedAt: context.now.toISOString(),
    refs: {},
    assignments: [],
    removals: [],
    lessons: [],
    presences: [],
    reasons: [],
    marks: [],
    homework: [],
    grades: [],
    conflicts: [],
  };
  const steps: AuthoredStep[] = [];
  const touched = [...new Set([...edits.assignments, ...edits.removals, ...edits.marks].map((edit) => edit.lessonId))];
  const existing = await lockCells(context.tx, touched, existingCells(edits));
  const assignments = await applyAssignments(context, edits, existing.assignments, answer, steps);
  await applyAttendance(context, edits, answer, steps);
  await applyMarks(context, edits, assignments, existing.marks, answer, steps);
  const removals = await withdrawAssignments(
    context.tx,
    edits.removals.map(({ assignment, ...edit }) => ({ ...edit, id: assignment, ...author(context) })),
    assignments,
  );
  answer.removals = removals.written;
  await applyLessons(context, edits, answer, steps);
  const homework = await writeHomework(
    context.tx,
    edits.homework.map((edit) => ({ ...edit, ...author(context) })),
  );
  answer.homework = homework.written;
  const grades = await writeGrades(context, edits.grades);
  answer.grades = grades.written.map(({ studentId, version }) => ({ studentId, version }));
  const conflicts = [...answer.conflicts, ...removals.conflicts, ...homework.conflicts, ...grades.conflicts];
  answer.conflicts = await withAuthors(context.tx, conflicts);
  steps.push(...removals.steps, ...homework.steps, ...grades.steps);
  return { answer, steps };
}

/** An assignment of this very batch has no marks yet. */
const existingCells = ({ marks }: CellEdits) =>
  marks.flatMap(({ assignment, studentId }) =>
    typeof assignment === 'number' ? [{ assignmentId: assignment, studentId }] : [],
  );

const author = ({ actor, now }: SectionContext) => ({ by: actor.personId, at: now });

async function applyAssignments(
  context: SectionContext,
  edits: CellEdits,
  existing: readonly StoredAssignment[],
  answer: CellEditsAnswer,
  steps: AuthoredStep[],
): Promise<Map<number, StoredAssignment>> {
  const byId = new Map(existing.map((assignment) => [assignment.id, assignment]));
  const created = edits.assignments.flatMap(({ assignment, dotForAll: _, version: __, ...fields }) =>
    typeof assignment === 'number' ? [] : [{ ...fields, ref: assignment.ref, ...author(context) }],
  );
  const changed = edits.assignments.flatMap(({ assignment, dotForAll: _, ...fields }) =>
    typeof assignment === 'number' ? [{ ...fields, id: assignment, ...author(context) }] : [],
  );
  if (changed.some((write) => byId.get(write.id)?.lessonId !== write.lessonId)) throw new Refusal('NOT_FOUND');
  const { ids, steps: createSteps } = await createAssignments(context.tx, created, existing);
  created.forEach((assignment, index) => {
    const id = ids[index] ?? 0;
    answer.refs[assignment.ref] = id;
    answer.assignments.push({ id, version: 1 });
    byId.set(id, { ...assignment, id, ordinal: 0, version: 1 });
  });
  const changes = await changeAssignments(context.tx, changed, byId);
  answer.assignments.push(...changes.written);
  answer.conflicts.push(...changes.conflicts);
  steps.push(...createSteps, ...changes.steps);
  return byId;
}

async function applyAttendance(
  context: SectionContext,
  edits: CellEdits,
  answer: CellEditsAnswer,
  steps: AuthoredStep[],
): Promise<void> {
  if (edits.presences.length + edits.reasons.length === 0) return;
  const stored = await lockAttendance(context.tx, [...edits.presences, ...edits.reasons]);
  checkAttendanceEdits(context, edits, stored);
  checkPrevailing(context, edits, stored, await attendanceAuthors(context, stored));
  const presences = await writePresences(
    context.tx,
    edits.presences.map((edit) => ({ ...edit, ...author(context) })),
    stored,
  );
  const unwritten = new Set(presences.conflicts.map(({ lessonId, studentId }) => `${lessonId} ${studentId}`));
  const groundless = edits.reasons.filter((edit) => edit.value !== null && unwritten.has(cellKey(edit)));
  const reasons = await writeReasons(
    context.tx,
    edits.reasons
      .filter((edit) => !groundless.includes(edit) || stored.get(cellKey(edit))?.presence === 'absent')
      .map(({ note, ...edit }) => ({ ...edit, note: note ?? null, ...author(context) })),
    stored,
  );
  const { regulation, actor } = context;
  answer.presences = presences.written.map(({ at, ...row }) => ({
    ...row,
    late: lessonEntryIsLate(at, lessonOf(context, row.lessonId).date, regulation, actor.timeZone),
  }));
  answer.reasons = reasons.written;
  answer.conflicts.push(...presences.conflicts, ...reasons.conflicts);
  steps.push(...presences.steps, ...reasons.steps);
}

async function applyMarks(
  context: SectionContext,
  edits: CellEdits,
  assignments: ReadonlyMap<number, StoredAssignment>,
  existing: Stored,
  answer: CellEditsAnswer,
  steps: AuthoredStep[],
): Promise<void> {
  const resolve = (ref: AssignmentRef): number => (typeof ref === 'number' ? ref : (answer.refs[ref.ref] ?? 0));
  const own: MarkWrite[] = edits.marks.map(({ assignment, comment, ...mark }) => ({
    ...mark,
    comment: comment ?? null,
    assignmentId: resolve(assignment),
    ...author(context),
  }));
  const dots = await dotsForAll(context, edits.assignments, resolve, own);
  const writes = [...own, ...dots];
  if (writes.length === 0) return;
  const stored = new Map([...existing, ...(await lockMarks(context.tx, dots))]);
  checkMarkEdits(context, own, assignments, stored, await settledDebts(context, own, stored));
  const kept = own.map((write, place) =>
    edits.marks[place]?.comment === undefined ? keepComment(write, stored) : write,
  );
  const current = [...kept, ...dots.flatMap((dot) => underValue(dot, stored))];
  const marks = await writeMarks(context.tx, current, stored);
  answer.marks = marks.written.map((mark) => ({
    assignmentId: mark.assignmentId,
    studentId: mark.studentId,
    version: mark.version,
    value: mark.value,
    required: mark.required,
    late: mark.value !== null && isLate(context, mark, assignments),
  }));
  answer.conflicts.push(...marks.conflicts);
  steps.push(...marks.steps);
}

type Stored = ReadonlyMap<string, StoredMark>;

function keepComment(write: MarkWrite, stored: Stored): MarkWrite {
  return { ...write, comment: stored.get(markKey(write))?.comment ?? null };
}

/** A dot for all takes nothing away: it lies under the value that is there, and is not put twice. */
function underValue(dot: MarkWrite, stored: Stored): MarkWrite[] {
  const before = stored.get(markKey(dot));
  if (before?.required) return [];
  return [before ? { ...dot, value: before.value, comment: before.comment, version: before.version } : dot];
}

function isLate(
  { regulation, actor, lessons }: SectionContext,
  mark: { lessonId: number; assignmentId: number; at: Date },
  assignments: ReadonlyMap<number, StoredAssignment>,
): boolean {
  const taskType = assignments.get(mark.assignmentId)?.taskType ?? '';
  const lessonDate = lessons.get(mark.lessonId)?.date ?? '';
  return markIsLate({ enteredAt: mark.at, lessonDate, taskType }, regulation, actor.timeZone);
}

/** Topics of the section's plan, and of an earlier version of it where a lesson was given by that one. */
function ofPlan({ id, schemeId }: SectionContext['section'], plans: number[]): Prisma.PlannedTopicWhereInput {
  const places = [{ schemeId: schemeId ?? 0 }, { lessons: { some: { sectionId: id } } }];
  return { id: { in: plans }, OR: places };
}

async function applyLessons(
  context: SectionContext,
  edits: CellEdits,
  answer: CellEditsAnswer,
  steps: AuthoredStep[],
): Promise<void> {
  const { tx, regulation, actor, section } = context;
  const plans = [...new Set(edits.lessons.flatMap((edit) => edit.plannedTopicId ?? []))];
  const known = plans.length === 0 ? 0 : await tx.plannedTopic.count({ where: ofPlan(section, plans) });
  if (known !== plans.length) throw new Refusal('NOT_FOUND');
  const named = new Set(edits.lessons.map((edit) => edit.lessonId));
  const taken = new Set(edits.presences.map((edit) => edit.lessonId).filter((id) => !named.has(id)));
  const implied = [...taken]
    .filter((id) => !lessonOf(context, id).attendanceTaken)
    .map((lessonId) => ({ lessonId, version: lessonOf(context, lessonId).version, attendanceTaken: true }));
  const marked = new Set(edits.marks.filter(({ value }) => value !== null).map((edit) => edit.lessonId));
  const held = [...marked]
    .filter((id) => !named.has(id) && !taken.has(id) && lessonOf(context, id).state === 'planned')
    .map((lessonId) => ({ lessonId, version: lessonOf(context, lessonId).version }));
  const explicit = edits.lessons.map((edit) =>
    edits.presences.some((presence) => presence.lessonId === edit.lessonId) ? { attendanceTaken: true, ...edit } : edit,
  );
  const writes = [...explicit, ...implied, ...held].map((edit) => ({
    ...edit,
    holds: marked.has(edit.lessonId),
    ...author(context),
  }));
  if (writes.length === 0) return;
  const lessons = await writeLessons(tx, writes, context.lessons, (lesson) => isComplete(lesson, regulation));
  answer.lessons = lessons.written.map((row) => ({
    lessonId: row.id,
    version: row.version,
    enteredAt: row.enteredAt?.toISOString() ?? null,
    late:
      row.enteredAt !== null &&
      lessonEntryIsLate(row.enteredAt, lessonOf(context, row.id).date, regulation, actor.timeZone),
  }));
  answer.conflicts.push(...lessons.conflicts);
  steps.push(...lessons.steps);
}
