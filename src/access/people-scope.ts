import type { Prisma } from '@/server/prisma/client';
import { type Actor, can, canAny } from './actor';

/** Matches nothing: the scope of somebody without the right. */
const nothing = { id: { in: [] as number[] } };

/** Groups as data for tagged SQL: every one, or curated ones and those of departments. */
export type GroupScope = { every: boolean; groups: number[]; departments: number[] };

/** Of whom the actor may read the personal card: everybody, the department, the curated groups. */
export function cardScope(actor: Actor): GroupScope {
  return {
    every: can(actor, 'people.viewAll'),
    groups: can(actor, 'people.viewCurated') ? [...actor.curates] : [],
    departments: can(actor, 'people.viewDepartment') ? [...actor.departments] : [],
  };
}

/** The same as a `where`: students who are in such a group today. */
export function cardsVisibleTo(actor: Actor): Prisma.StudentWhereInput {
  const { every, groups, departments } = cardScope(actor);
  if (every) return {};
  return { OR: [inGroups(actor, { id: { in: groups } }), inGroups(actor, { departmentId: { in: departments } })] };
}

/** Whose card the actor keeps: whoever enters people and sees all cards, and the group's curator. */
export function cardsKeptBy(actor: Actor): Prisma.StudentWhereInput {
  if (can(actor, 'people.enter') && can(actor, 'people.viewAll')) return {};
  return can(actor, 'people.enterCurated') ? inGroups(actor, { id: { in: [...actor.curates] } }) : nothing;
}

function inGroups(actor: Actor, group: Prisma.StudentGroupWhereInput): Prisma.StudentWhereInput {
  const today = new Date(actor.today);
  const present = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  return { enrollments: { some: { group, ...present } } };
}

/** Groups whose lists the actor reads: names and days, no personal data. */
export function rollScope(actor: Actor): GroupScope {
  const { every, groups, departments } = cardScope(actor);
  return {
    every: every || canAny(actor, ['orders.enter', 'journal.viewAll']),
    groups: can(actor, 'journal.viewCurated') ? [...actor.curates] : groups,
    departments: can(actor, 'journal.viewDepartment') ? [...actor.departments] : departments,
  };
}

const ofCards = ['people.viewAll', 'people.viewCurated', 'people.viewDepartment'] as const;

/** Whether the actor reads cards at all, be it of nobody today. */
export function seesCards(actor: Actor): boolean {
  return canAny(actor, ofCards);
}

/** Whether the actor reads lists of groups at all. */
export function seesLists(actor: Actor): boolean {
  return canAny(actor, [...ofCards, 'orders.enter', 'journal.viewAll']);
}

/** Whether the actor reads the register of orders on the contingent. */
export function seesOrders(actor: Actor): boolean {
  return canAny(actor, ['orders.enter', 'people.viewAll']);
}
