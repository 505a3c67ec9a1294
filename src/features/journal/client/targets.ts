/** What a version stands for: one value with one author (architecture.md «The unit of version is one value»). */
export type Target =
  | { readonly kind: 'presence'; readonly lessonId: number; readonly studentId: number }
  | { readonly kind: 'reason'; readonly lessonId: number; readonly studentId: number }
  | { readonly kind: 'homework'; readonly lessonId: number; readonly studentId: number }
  | { readonly kind: 'mark'; readonly lessonId: number; readonly studentId: number; readonly assignmentId: number }
  | { readonly kind: 'lesson'; readonly lessonId: number }
  | { readonly kind: 'assignment'; readonly lessonId: number; readonly assignmentId: number }
  /** The wish that an assignment be no more. */
  | { readonly kind: 'removal'; readonly lessonId: number; readonly assignmentId: number }
  | { readonly kind: 'grade'; readonly studentId: number };

export type TargetKey = string;

/** One string per target, the same for equal targets. */
export function keyOf(target: Target): TargetKey {
  switch (target.kind) {
    case 'presence':
    case 'reason':
    case 'homework':
      return `${target.kind}:${target.lessonId}:${target.studentId}`;
    case 'mark':
      return `mark:${target.lessonId}:${target.studentId}:${target.assignmentId}`;
    case 'lesson':
      return `lesson:${target.lessonId}`;
    case 'assignment':
    case 'removal':
      return `${target.kind}:${target.lessonId}:${target.assignmentId}`;
    case 'grade':
      return `grade:${target.studentId}`;
  }
}

/** The lesson whose column shows the target; null for a period grade. */
export function lessonOf(target: Target): number | null {
  return target.kind === 'grade' ? null : target.lessonId;
}

/** The student whose row shows the target; null for a lesson and its assignments. */
export function studentOf(target: Target): number | null {
  return 'studentId' in target ? target.studentId : null;
}
