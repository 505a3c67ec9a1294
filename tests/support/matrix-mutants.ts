import { redirect } from 'next/navigation';
import { vi } from 'vitest';
import type { Actor } from '@/access/actor';
import * as actor from '@/access/actor';
import * as credentials from '@/access/credentials';
import * as policies from '@/access/policies';
import * as scope from '@/access/scope';
import * as session from '@/server/session';
import type { Entries } from './matrix-entries';

/** A guard replaced by «allow» or by «deny»; `arm` does it, `vi.restoreAllMocks()` undoes it. */
export type Mutant = { name: string; arm: () => void; entries: Entries };

const nothing = { id: { in: [] } };

/** What «allow» and «deny» are for every predicate that `access` exports; a new one without a line is a type error. */
const predicates = {
  ...both(actor, { can: [true, false], canAny: [true, false] }),
  ...both(scope, {
    sectionScope: [
      { every: true, sections: [], groups: [], departments: [] },
      { every: false, sections: [], groups: [], departments: [] },
    ],
    sectionsVisibleTo: [{}, nothing],
    groupsVisibleTo: [{}, nothing],
    diariesVisibleTo: [{}, nothing],
  }),
  ...both(credentials, { mayIssueTo: [true, false], issuableGroups: ['every', []], issuesToStaff: [true, false] }),
  ...both(policies, {
    refuseFilling: [null, 'FORBIDDEN'],
    refuseAttendanceFact: [null, 'FORBIDDEN'],
    mayGiveGrades: [true, false],
  }),
};

/** `authorKinds` is asked inside of the two `refuse…` alone, which are replaced as a whole. */
type Replaced<Module> = Exclude<
  { [K in keyof Module]: Module[K] extends (...args: never[]) => unknown ? K : never }[keyof Module],
  'authorKinds'
>;
type Answers<Module> = Record<Replaced<Module>, readonly [allow: unknown, deny: unknown]>;

function both<Module extends object>(module: Module, answers: Answers<Module>): Record<string, () => void> {
  const mutants = Object.entries<readonly [unknown, unknown]>(answers).flatMap(([name, [allow, deny]]) => {
    const replace = (answer: unknown) => () => {
      vi.spyOn(module, name as never).mockImplementation((() => answer) as never);
    };
    return [
      [`${name} → allow`, replace(allow)],
      [`${name} → deny`, replace(deny)],
    ];
  });
  return Object.fromEntries(mutants) as Record<string, () => void>;
}

/** Every predicate, then the door of every page and that of routes and actions. `stranger` is let in where a door stands open. */
export function allMutants(entries: Entries, stranger: () => Actor): Mutant[] {
  const doors = Object.entries(entries).filter(
    ([name, { expect }]) => name.startsWith('page ') && expect.anonymous.own === 'login',
  );
  const pages = doors.flatMap(([name, entry]) => [
    {
      name: `requireActor of ${name} → allow`,
      arm: () => openDoor('requireActor', stranger),
      entries: { [name]: entry },
    },
    { name: `requireActor of ${name} → deny`, arm: () => shut(), entries: { [name]: entry } },
  ]);
  const routes = Object.fromEntries(Object.entries(entries).filter(([name]) => !name.startsWith('page ')));
  return [
    ...Object.entries(predicates).map(([name, arm]) => ({ name, arm, entries })),
    ...pages,
    {
      name: 'currentActor of routes and actions → allow',
      arm: () => openDoor('currentActor', stranger),
      entries: routes,
    },
    {
      name: 'currentActor of routes and actions → deny',
      arm: () => void vi.spyOn(session, 'currentActor').mockResolvedValue(null),
      entries: routes,
    },
  ];
}

function openDoor(name: 'requireActor' | 'currentActor', stranger: () => Actor): void {
  const real = session.currentActor;
  vi.spyOn(session, name).mockImplementation(async () => (await real()) ?? stranger());
}

function shut(): void {
  vi.spyOn(session, 'requireActor').mockImplementation(async () => redirect('/login'));
}
