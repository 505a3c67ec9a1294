import { isWithin } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import type { DemoPlan, DemoSection, Membership } from './model';

/** Who of a division goes to which subgroup: by turns in the order of surnames. */
export type Subgroups = ReadonlyMap<string, 1 | 2>;

export const subgroupName = (number: 1 | 2 | undefined): string => `${number}-я подгруппа`;

const key = (group: string, student: number): string => `${group} ${student}`;

/** The subgroup of every member of a group, one division like another: odd places of the list first. */
export function subgroupsOf(plan: Pick<DemoPlan, 'memberships' | 'people'>): Subgroups {
  const byGroup = new Map<string, Membership[]>();
  for (const membership of plan.memberships) {
    byGroup.set(membership.group, [...(byGroup.get(membership.group) ?? []), membership]);
  }
  const nameOf = (student: number): string => {
    const person = plan.people[student];
    return person ? `${person.lastName} ${person.firstName}` : '';
  };
  const subgroups = new Map<string, 1 | 2>();
  for (const [group, members] of byGroup) {
    const sorted = [...members].sort((one, other) => nameOf(one.student).localeCompare(nameOf(other.student), 'ru'));
    for (const [place, { student }] of sorted.entries()) subgroups.set(key(group, student), place % 2 === 0 ? 1 : 2);
  }
  return subgroups;
}

/** The membership begins with an order that moves the student over from another group: they join its subgroups with it. */
export function cameByTransfer(
  { movements }: Pick<DemoPlan, 'movements'>,
  { student, group, from }: Membership,
): boolean {
  return movements.some(
    (row) => row.kind === 'transfer' && row.student === student && row.target === group && row.date === from,
  );
}

/** Answers who has a row open in a section's journal on a date. */
export class Roster {
  private readonly byGroup = new Map<string, Membership[]>();

  constructor(
    plan: Pick<DemoPlan, 'memberships'>,
    private readonly subgroups: Subgroups,
  ) {
    for (const membership of plan.memberships) {
      this.byGroup.set(membership.group, [...(this.byGroup.get(membership.group) ?? []), membership]);
    }
  }

  /** Students of the section on the date, without those whose row an order closes. */
  on({ group, subgroup }: Pick<DemoSection, 'group' | 'subgroup'>, date: LocalDate): number[] {
    const members = this.byGroup.get(group) ?? [];
    return members.flatMap(({ student, from, to, closed }) => {
      if (!isWithin(date, from, to) || closed.some((span) => isWithin(date, span.from, span.to))) return [];
      return subgroup !== null && this.subgroups.get(key(group, student)) !== subgroup ? [] : [student];
    });
  }
}
