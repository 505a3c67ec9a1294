/** A lesson without its teacher. */
export type Hole = { readonly classPeriod: number; readonly courseId: number; readonly groupId: number };

/** A teacher on the day of the hole. `busy`: numbers of the class periods of own lessons. */
export type Colleague = {
  readonly id: number;
  readonly name: string;
  readonly absent: boolean;
  readonly busy: readonly number[];
  readonly courseIds: readonly number[];
  readonly groupIds: readonly number[];
};

export type Proposal = { readonly id: number; readonly name: string; readonly why: readonly ProposalReason[] };
export type ProposalReason = 'course' | 'group' | 'near' | 'there';

const weights: Readonly<Record<ProposalReason, number>> = { course: 8, group: 4, near: 2, there: 1 };

/**
 * Who is free at the hour, the most fitting first: whoever gives the course elsewhere, then who knows the group, then who has a lesson
 * right before or after, then who is there that day at all; of equals the one with fewer lessons.
 */
export function proposeSubstitutes(hole: Hole, colleagues: readonly Colleague[]): Proposal[] {
  return colleagues
    .filter(({ absent, busy }) => !absent && !busy.includes(hole.classPeriod))
    .map(({ id, name, busy, courseIds, groupIds }) => {
      const why: ProposalReason[] = [];
      if (courseIds.includes(hole.courseId)) why.push('course');
      if (groupIds.includes(hole.groupId)) why.push('group');
      if (busy.includes(hole.classPeriod - 1) || busy.includes(hole.classPeriod + 1)) why.push('near');
      else if (busy.length > 0) why.push('there');
      return { id, name, why, lessons: busy.length, weight: why.reduce((sum, reason) => sum + weights[reason], 0) };
    })
    .sort(
      (one, other) =>
        other.weight - one.weight || one.lessons - other.lessons || one.name.localeCompare(other.name, 'ru'),
    )
    .map(({ id, name, why }) => ({ id, name, why }));
}
