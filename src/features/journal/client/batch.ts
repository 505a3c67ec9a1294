import type { AssignmentRef, CellEditsInput } from '../cell-edits';
import { readFact, versionOf } from './facts';
import type {
  AssignmentFields,
  FactValue,
  GradeFact,
  JournalEdit,
  JournalState,
  LessonFields,
  MarkFact,
} from './journal-state';
import { keyOf, type Target } from './targets';

type Lists = Required<Omit<CellEditsInput, 'sectionId'>>;

/** Takes up to `limit` of the unsent values, oldest first, into a batch; null when nothing waits or one is on its way. */
export function takeBatch(state: JournalState, key: string, limit: number, at: string): JournalState | null {
  if (state.inFlight || state.pending.size === 0) return null;
  const targets = [...state.pending.values()].filter((target) => isReady(state, target)).slice(0, limit);
  if (targets.length === 0) return null;
  const batch = { key, at, ...composeBatch(state, targets) };
  const pending = new Map(state.pending);
  for (const target of targets) pending.delete(keyOf(target));
  return { ...state, pending, inFlight: batch };
}

/** A removal goes last: after its assignment has got the server's id and everything else about it is written. */
function isReady(state: JournalState, target: Target): boolean {
  if (target.kind !== 'removal') return true;
  const { assignmentId } = target;
  const others = [...state.pending.values()].filter(
    (one) => 'assignmentId' in one && one.assignmentId === assignmentId,
  );
  return typeof wireAssignment(state, assignmentId) === 'number' && others.length === 1;
}

/** The body of a save: every value with the version it was based on. */
function composeBatch(
  state: JournalState,
  targets: readonly Target[],
): { body: CellEditsInput; sent: readonly JournalEdit[] } {
  const lists: Lists = {
    assignments: [],
    removals: [],
    lessons: [],
    presences: [],
    reasons: [],
    marks: [],
    homework: [],
    grades: [],
  };
  const sent = targets.flatMap((target) => {
    addEdit(lists, state, target);
    const value = readFact(state, target);
    return [{ target, value, version: versionOf(state, target) }, ...impliedReason(state, target)];
  });
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { body: { sectionId: state.view.section.id, ...Object.fromEntries(filled) }, sent };
}

/** The server drops a reason together with its absence. */
function impliedReason(state: JournalState, target: Target): JournalEdit[] {
  if (target.kind !== 'presence' || readFact(state, target) === 'absent') return [];
  const reason: Target = { ...target, kind: 'reason' };
  return state.base.get(keyOf(reason)) ? [{ target: reason, value: null, version: versionOf(state, reason) }] : [];
}

function addEdit(lists: Lists, state: JournalState, target: Target): void {
  const version = versionOf(state, target);
  const value = readFact(state, target);
  switch (target.kind) {
    case 'presence':
    case 'reason': {
      const { lessonId, studentId } = target;
      const edit = { lessonId, studentId, version, value: value as never };
      lists[target.kind === 'presence' ? 'presences' : 'reasons'].push(edit);
      return;
    }
    case 'mark': {
      const { lessonId, studentId, assignmentId } = target;
      const assignment = wireAssignment(state, assignmentId);
      lists.marks.push({ lessonId, studentId, version, assignment, ...(value as MarkFact) });
      return;
    }
    case 'lesson':
      lists.lessons.push({ lessonId: target.lessonId, version, ...changedFields(state, target) });
      return;
    case 'assignment': {
      const { type, title, required, dueOn } = value as AssignmentFields;
      const assignment = wireAssignment(state, target.assignmentId);
      lists.assignments.push({
        lessonId: target.lessonId,
        assignment,
        version,
        taskType: type,
        title,
        required,
        dueOn,
      });
      return;
    }
    case 'removal': {
      const assignment = wireAssignment(state, target.assignmentId);
      if (typeof assignment === 'number') lists.removals.push({ lessonId: target.lessonId, assignment, version });
      return;
    }
    case 'homework':
      lists.homework.push({
        lessonId: target.lessonId,
        studentId: target.studentId,
        version,
        text: value as string,
      });
      return;
    case 'grade': {
      const grade = value as GradeFact;
      lists.grades.push({ studentId: target.studentId, periodId: state.view.period.id, version, ...grade });
    }
  }
}

/** The server's id of an assignment, or the name under which this page asks for a new one. */
function wireAssignment(state: JournalState, id: number): AssignmentRef {
  if (id > 0) return id;
  return state.created[id] ?? { ref: `new${id}` };
}

function changedFields(state: JournalState, target: Target) {
  const { type, ...changed } = ownFields(readFact(state, target), state.base.get(keyOf(target)));
  return { ...changed, ...(type === undefined ? {} : { lessonType: type }) };
}

/** Only what differs from another state of the lesson: others may be editing the rest. */
export function ownFields(fields: FactValue, known: FactValue | undefined): Partial<LessonFields> {
  const other = known as LessonFields | undefined;
  return Object.fromEntries(
    Object.entries(fields as LessonFields).filter(([name, value]) => value !== other?.[name as keyof LessonFields]),
  );
}
