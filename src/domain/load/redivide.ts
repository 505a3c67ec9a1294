import { addDays } from '../calendar/local-date';
import type { LocalDate } from '../types';

/** A student's days in a subgroup of one division, both ends included. */
export type Membership = {
  readonly id: number;
  readonly subgroupId: number;
  readonly studentId: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
};

export type Redivision = {
  readonly close: readonly { id: number; studentId: number; endsOn: LocalDate }[];
  readonly prolong: readonly { id: number; studentId: number }[];
  readonly remove: readonly { id: number; studentId: number }[];
  readonly open: readonly { subgroupId: number; studentId: number; startsOn: LocalDate }[];
};

/**
 * What brings a division to `wanted` from a day on: a student's days before it stay as they were, from it on everybody is in the
 * one subgroup that is wanted, or in none (null). Students who are not named keep what they have.
 */
export function redivide(
  members: readonly Membership[],
  wanted: ReadonlyMap<number, number | null>,
  from: LocalDate,
): Redivision {
  const done = { close: [] as Redivision['close'][number][], prolong: [] as Redivision['prolong'][number][] };
  const rest = { remove: [] as Redivision['remove'][number][], open: [] as Redivision['open'][number][] };
  for (const [studentId, subgroupId] of wanted) {
    let there = false;
    for (const { id, ...row } of members.filter((member) => member.studentId === studentId)) {
      const over = row.endsOn !== null && row.endsOn < from;
      const begun = row.startsOn < from;
      if (over) continue;
      const stays = row.subgroupId === subgroupId && row.startsOn <= from && !there;
      if (stays) {
        there = true;
        if (row.endsOn !== null) done.prolong.push({ id, studentId });
      } else if (begun) done.close.push({ id, studentId, endsOn: addDays(from, -1) });
      else rest.remove.push({ id, studentId });
    }
    if (subgroupId !== null && !there) rest.open.push({ subgroupId, studentId, startsOn: from });
  }
  return { ...done, ...rest };
}

/** Whose days in the division change, that is for whom a lesson may lose or find its ground. */
export function movedStudents({ close, prolong, remove, open }: Redivision): number[] {
  return [...new Set([close, prolong, remove, open].flat().map(({ studentId }) => studentId))];
}
