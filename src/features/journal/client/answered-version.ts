import type { CellEditsAnswer } from '../cell-edits';
import type { Target } from './targets';

/** Ids of the assignments that an answer names → the ids under which the page knew them. */
export function localIdsOf({ refs }: CellEditsAnswer): Map<number, number> {
  return new Map(Object.entries(refs).map(([ref, id]) => [id, Number(ref.slice('new'.length))]));
}

/** The version that an answer gives to a value; assignments go by the server's ids. Undefined: it does not speak of it. */
export function answeredVersion(answer: CellEditsAnswer, target: Target): number | undefined {
  const inCell = (list: readonly { lessonId: number; studentId: number; version: number }[]) =>
    'studentId' in target && 'lessonId' in target
      ? list.find((one) => one.lessonId === target.lessonId && one.studentId === target.studentId)?.version
      : undefined;
  switch (target.kind) {
    case 'presence':
      return inCell(answer.presences);
    case 'reason':
      return inCell(answer.reasons);
    case 'homework':
      return inCell(answer.homework);
    case 'lesson':
      return answer.lessons.find(({ lessonId }) => lessonId === target.lessonId)?.version;
    case 'mark':
      return answer.marks.find(
        ({ assignmentId, studentId }) => assignmentId === target.assignmentId && studentId === target.studentId,
      )?.version;
    case 'assignment':
      return answer.assignments.find(({ id }) => id === target.assignmentId)?.version;
    case 'removal':
      return answer.assignments.find(({ id }) => id === target.assignmentId)?.version;
    case 'grade':
      return answer.grades.find(({ studentId }) => studentId === target.studentId)?.version;
  }
}
