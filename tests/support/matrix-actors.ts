import { type Role, roles } from '@/access/permissions';

/** The actors of the matrix (trust.md §2): nobody, every role, and people whose right has ended, sleeps or is twofold. */
export const actors = [
  'anonymous',
  ...roles,
  'blocked',
  'mustChange',
  'expiredSubstitute',
  'formerCurator',
  'deniedParent',
  'teacherCurator',
  'ownParentTeacher',
] as const;

export type ActorName =
  | 'anonymous'
  | Role
  | 'blocked'
  | 'mustChange'
  | 'expiredSubstitute'
  | 'formerCurator'
  | 'deniedParent'
  | 'teacherCurator'
  | 'ownParentTeacher';

/** `own` differs by actor: the group, section, lesson and student that are his where he has any. */
export const targets = ['own', 'foreign', 'nonexistent', 'malformed', 'locked', 'closedYear'] as const;
export type Target = (typeof targets)[number];

/**
 * What became of a request, the same words for pages, routes, actions and commands: done or shown; the way to the sign-in;
 * 404; 401; 403; 409 or 422; a redirect elsewhere; 429. A fault of ours (5xx) is never expected.
 */
export const outcomes = ['ok', 'login', 'hidden', 'unsigned', 'forbidden', 'invalid', 'moved', 'limited'] as const;
export type Outcome = (typeof outcomes)[number];

export type Row = Record<Target, Outcome>;
/** A forgotten actor is a type error (T-021). */
export type Table = Record<ActorName, Row>;

/** The same whatever is asked for. */
export function always(outcome: Outcome): Row {
  return row(outcome, outcome, outcome);
}

/** The row of somebody; a malformed id answers as a missing one, locked and closed records as open ones unless they are named. */
export function row(own: Outcome, foreign: Outcome, nonexistent: Outcome, rest: Partial<Row> = {}): Row {
  return { own, foreign, nonexistent, malformed: nonexistent, locked: own, closedYear: own, ...rest };
}

type Strangers = 'anonymous' | 'blocked' | 'mustChange';
type Named = Exclude<ActorName, Strangers>;

/** Pages and routes of signed-in people: who is not signed in is sent to the sign-in or answered 401. */
const doors = {
  page: { anonymous: 'login', blocked: 'login', mustChange: 'moved' },
  route: { anonymous: 'unsigned', blocked: 'unsigned', mustChange: 'forbidden' },
} as const;

/** A table of a page: what it says to everybody who has signed in with an own password. */
export function page(named: Record<Named, Row>): Table {
  return { ...strangers('page'), ...named };
}

/** A table of a read by route. */
export function route(named: Record<Named, Row>): Table {
  return { ...strangers('route'), ...named };
}

/** A table of a write: whoever has no permission for it is told 404, also while his password is the issued one. */
export function write(named: Record<Named | 'mustChange', Row>): Table {
  return { ...strangers('route'), ...named };
}

function strangers(door: keyof typeof doors): Record<Strangers, Row> {
  const { anonymous, blocked, mustChange } = doors[door];
  return { anonymous: always(anonymous), blocked: always(blocked), mustChange: always(mustChange) };
}

/** One row for each of `names`: `...each(['deputyDirector', 'director'], always('ok'))`. */
export function each<Name extends ActorName>(names: readonly Name[], given: Row): Record<Name, Row> {
  return Object.fromEntries(names.map((name) => [name, given])) as Record<Name, Row>;
}

/** The same answer for everybody, signed in or not. */
export function everybody(given: Row): Table {
  return each(actors, given) as Table;
}

/** Commands run past the framework: allowed for these, refused for all others. */
export function onlyFor(names: readonly Exclude<ActorName, 'anonymous' | 'blocked'>[], allowed: Outcome): Table {
  return { ...everybody(always('hidden')), ...each(names, always(allowed)) };
}
