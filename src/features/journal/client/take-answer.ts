import type { CellEditsAnswer } from '../cell-edits';
import { missingParts } from '../completeness';
import { readFact, replaceLesson, sameFact } from './facts';
import { forgetAssignment } from './forget-assignment';
import type { JournalState } from './journal-state';
import { putVersion } from './put-version';
import { conflictTarget, takeConflict } from './take-conflict';
import { keyOf, type Target } from './targets';

/** Takes the server's answer in: new versions, late flags, ids of new assignments, conflicts. */
export function takeAnswer(state: JournalState, answer: CellEditsAnswer): JournalState {
  const batch = state.inFlight;
  if (!batch) return state;
  const created = { ...state.created };
  for (const [ref, id] of Object.entries(answer.refs)) created[Number(ref.slice('new'.length))] = id;
  const localIds = new Map(Object.entries(created).map(([local, real]) => [real, Number(local)]));
  let next = withVersions({ ...state, created }, answer, localIds);
  const objected = new Map(answer.conflicts.map((one) => [keyOf(conflictTarget(one, localIds)), one] as const));
  const base = new Map(next.base);
  const conflicts = new Map(next.conflicts);
  for (const { target, value } of batch.sent) {
    const key = keyOf(target);
    if (objected.has(key)) continue;
    if (fellWithAbsence(answer, target)) next = bumpReason(next, target);
    if (sameFact(readFact(next, target), value)) base.delete(key);
    else base.set(key, value);
    conflicts.delete(key);
  }
  next = { ...next, base, conflicts, inFlight: null, savedAt: answer.savedAt, link: { kind: 'online' } };
  for (const { target, value } of batch.sent) {
    const objection = objected.get(keyOf(target));
    if (objection) next = takeConflict(next, { target, value, at: batch.at }, objection);
  }
  for (const id of answer.removals) {
    const assignmentId = localIds.get(id) ?? id;
    next = forgetAssignment(next, lessonWith(next, assignmentId), assignmentId);
  }
  return next;
}

function withVersions(
  state: JournalState,
  answer: CellEditsAnswer,
  localIds: ReadonlyMap<number, number>,
): JournalState {
  let next = state;
  const put = (target: Target, version: number, late = false) => {
    next = putVersion(next, target, version, late);
  };
  for (const { version, late, ...at } of answer.presences) put({ kind: 'presence', ...cellOf(at) }, version, late);
  for (const { version, ...at } of answer.reasons) put({ kind: 'reason', ...cellOf(at) }, version);
  for (const { version, ...at } of answer.homework) put({ kind: 'homework', ...cellOf(at) }, version);
  for (const { studentId, version } of answer.grades) put({ kind: 'grade', studentId }, version);
  for (const { id, version } of answer.assignments) {
    const assignmentId = localIds.get(id) ?? id;
    put({ kind: 'assignment', lessonId: lessonWith(next, assignmentId), assignmentId }, version);
  }
  for (const { version, late, studentId, ...mark } of answer.marks) {
    const assignmentId = localIds.get(mark.assignmentId) ?? mark.assignmentId;
    put({ kind: 'mark', lessonId: lessonWith(next, assignmentId), studentId, assignmentId }, version, late);
  }
  const taken = new Set(answer.presences.map((one) => one.lessonId));
  for (const { lessonId, version, enteredAt, late } of answer.lessons)
    next = replaceLesson(next, lessonId, (lesson) => {
      const enteredBy = enteredAt === lesson.enteredAt ? lesson.enteredBy : 'вы';
      const attendanceTaken = lesson.attendanceTaken || taken.has(lessonId);
      const missing = missingParts({ ...lesson, attendanceTaken }, next.regulation);
      return { ...lesson, version, enteredAt, enteredBy, late, attendanceTaken, missing };
    });
  return next;
}

const cellOf = ({ lessonId, studentId }: { lessonId: number; studentId: number }) => ({ lessonId, studentId });

function lessonWith(state: JournalState, assignmentId: number): number {
  return state.lessons.find((lesson) => lesson.assignments.some((one) => one.id === assignmentId))?.id ?? 0;
}

/** A reason that fell together with its absence is not listed in the answer; its version rose by one. */
function fellWithAbsence(answer: CellEditsAnswer, target: Target): target is Target & { kind: 'reason' } {
  if (target.kind !== 'reason') return false;
  return !answer.reasons.some((one) => one.lessonId === target.lessonId && one.studentId === target.studentId);
}

function bumpReason(state: JournalState, target: Target & { kind: 'reason' }): JournalState {
  const column = state.lessons.findIndex((lesson) => lesson.id === target.lessonId);
  const row = state.rows.find((one) => one.studentId === target.studentId);
  return putVersion(state, target, (row?.cells[column]?.reasonVersion ?? 0) + 1);
}
