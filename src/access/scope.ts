import type { Prisma } from '@/server/prisma/client';
import { type Actor, can } from './actor';

/** Matches nothing: the scope of somebody without the right. */
const nothing = { id: { in: [] as number[] } };

/** Journals the actor may open at all: every one, or taught, substituted, curated, of the department. */
export type SectionScope = { every: boolean; sections: number[]; groups: number[]; departments: number[] };

/** The scope as data, for tagged SQL. */
export function sectionScope(actor: Actor): SectionScope {
  const own = can(actor, 'journal.viewOwn');
  return {
    every: can(actor, 'journal.viewAll'),
    sections: own ? [...actor.teaches, ...actor.substitutes.map((lesson) => lesson.sectionId)] : [],
    groups: can(actor, 'journal.viewCurated') ? [...actor.curates] : [],
    departments: can(actor, 'journal.viewDepartment') ? [...actor.departments] : [],
  };
}

/** The same scope as a `where`. */
export function sectionsVisibleTo(actor: Actor): Prisma.CourseSectionWhereInput {
  const { every, sections, groups, departments } = sectionScope(actor);
  if (every) return {};
  return {
    OR: [{ id: { in: sections } }, { groupId: { in: groups } }, { group: { departmentId: { in: departments } } }],
  };
}

/** Groups whose ledgers and lists the actor may see. */
export function groupsVisibleTo(actor: Actor): Prisma.StudentGroupWhereInput {
  if (can(actor, 'journal.viewAll')) return {};
  const scopes: Prisma.StudentGroupWhereInput[] = [nothing];
  if (can(actor, 'journal.viewCurated')) scopes.push({ id: { in: [...actor.curates] } });
  if (can(actor, 'journal.viewDepartment')) scopes.push({ departmentId: { in: [...actor.departments] } });
  return { OR: scopes };
}

/** Diaries the actor may read: own, of the children whose access is open, of students of the curated groups. */
export function diariesVisibleTo(actor: Actor): Prisma.StudentWhereInput {
  const scopes: Prisma.StudentWhereInput[] = [nothing];
  if (can(actor, 'diary.viewOwn') && actor.studentId !== null) scopes.push({ id: actor.studentId });
  if (can(actor, 'diary.viewChild')) scopes.push({ id: { in: [...actor.children] } });
  if (can(actor, 'diary.viewCurated')) {
    const today = new Date(actor.today);
    scopes.push({
      enrollments: {
        some: {
          groupId: { in: [...actor.curates] },
          startsOn: { lte: today },
          OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        },
      },
    });
  }
  return { OR: scopes };
}
