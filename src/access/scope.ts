import type { Prisma } from '@/server/prisma/client';
import { type Actor, can } from './actor';

/** Matches nothing: the scope of somebody without the right. */
const nothing = { id: { in: [] as number[] } };

/** Journals the actor may open at all: taught, substituted, curated, of the department, or every one. */
export function sectionsVisibleTo(actor: Actor): Prisma.CourseSectionWhereInput {
  if (can(actor, 'journal.viewAll')) return {};
  const scopes: Prisma.CourseSectionWhereInput[] = [nothing];
  if (can(actor, 'journal.viewOwn')) {
    scopes.push({ id: { in: [...actor.teaches] } });
    scopes.push({ id: { in: actor.substitutes.map((lesson) => lesson.sectionId) } });
  }
  if (can(actor, 'journal.viewCurated')) scopes.push({ groupId: { in: [...actor.curates] } });
  if (can(actor, 'journal.viewDepartment')) scopes.push({ group: { departmentId: { in: [...actor.departments] } } });
  return { OR: scopes };
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
