import { type Actor, can, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { Refusal } from '@/server/errors';
import type { ImportKind } from './kind';
import { courses } from './kinds/courses';
import { curricula } from './kinds/curricula';
import { groups } from './kinds/groups';
import { load } from './kinds/load';
import { rooms } from './kinds/rooms';
import { schemes } from './kinds/schemes';
import { staff } from './kinds/staff';
import { students } from './kinds/students';
import { timetable } from './kinds/timetable';

/** Every kind of table, in the order in which a new college brings them. */
export const importKinds: readonly ImportKind[] = [
  ...[staff, rooms, curricula, groups, students, load, timetable, schemes, courses],
];

/** Whoever holds one of them brings some kind of table. */
export const importPermissions: readonly Permission[] = [
  ...new Set(importKinds.flatMap(({ needs, needsOne = [] }) => [...needs, ...needsOne])),
];

/** The kinds that the actor may bring and take. */
export function kindsOf(actor: Actor): ImportKind[] {
  return importKinds.filter((kind) => mayUse(actor, kind));
}

/** @throws Refusal NOT_FOUND for a kind that there is not, or not for the actor */
export function requireKind(actor: Actor, id: string): ImportKind {
  const kind = importKinds.find((one) => one.id === id);
  if (!kind || !mayUse(actor, kind)) throw new Refusal('NOT_FOUND');
  return kind;
}

function mayUse(actor: Actor, { needs, needsOne }: ImportKind): boolean {
  return needs.every((permission) => can(actor, permission)) && (!needsOne || canAny(actor, needsOne));
}
