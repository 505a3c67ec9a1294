import type { Target } from './targets';

/** The same value under another id of its assignment. */
export function renamed(target: Target, name: (id: number) => number): Target {
  return 'assignmentId' in target ? { ...target, assignmentId: name(target.assignmentId) } : target;
}
