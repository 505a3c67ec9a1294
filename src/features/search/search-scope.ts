import { type Actor, can, canAny } from '@/access/actor';
import { sectionScope } from '@/access/scope';
import { Prisma } from '@/server/prisma/client';

/** Who has a search at all: whoever sees journals. Students and parents have the tabs of their diary instead. */
export function maySearch(actor: Actor): boolean {
  return canAny(actor, ['journal.viewOwn', 'journal.viewCurated', 'journal.viewDepartment', 'journal.viewAll']);
}

/** The actor's scope (`access/scope.ts`) as conditions of one statement; `s` is a journal, `g` a group, `e` an enrolment. */
export function scopeSql(actor: Actor) {
  const { every, sections, groups, departments } = sectionScope(actor);
  const group = Prisma.sql`(${every} OR g.id = ANY (${groups}::int[]) OR g.department_id = ANY (${departments}::int[]))`;
  const own = can(actor, 'diary.viewOwn') && actor.studentId !== null ? [actor.studentId] : [];
  const children = can(actor, 'diary.viewChild') ? actor.children : [];
  const curated = can(actor, 'diary.viewCurated') ? actor.curates : [];
  return {
    group,
    section: Prisma.sql`(${group} OR s.id = ANY (${sections}::int[]))`,
    diary: Prisma.sql`(e.student_id = ANY (${[...own, ...children]}::int[]) OR e.group_id = ANY (${[...curated]}::int[]))`,
  };
}

/** Letters of one size, ё as е: as `parseQuery` folds what was typed. */
export function folded(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`translate(lower(${text} COLLATE pg_c_utf8), 'ё', 'е')`;
}

/** Every word, or its twin of the other layout, stands somewhere in the text. */
export function hasAll(text: Prisma.Sql, words: readonly string[], twins: readonly string[]): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM unnest(${[...words]}::text[], ${[...twins]}::text[]) AS w(one, twin)
    WHERE position(w.one IN ${text}) = 0 AND position(w.twin IN ${text}) = 0)`;
}
