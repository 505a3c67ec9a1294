import type { Actor } from '@/access/actor';
import type { SearchQuery } from '@/domain/search/parse-query';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';
import { weekdayDate } from '@/texts/format';
import { folded, hasAll, scopeSql } from './search-scope';
import type { SearchHit } from './search-view';

type Found = {
  groups: { id: number; name: string }[];
  lessons: { id: number; sectionId: number; periodId: number; classPeriod: number; title: string; group: string }[];
};

/**
 * A day's lessons in journals of the actor's scope, own ones first, and the attendance sheets of groups: those that the
 * words name, without words those that the actor curates (T-028).
 */
export async function findDay(
  actor: Actor,
  query: SearchQuery & { date: LocalDate },
  limit: number,
): Promise<SearchHit[]> {
  const { groups, lessons } = await read(actor, query, limit);
  const day = weekdayDate(query.date);
  return [
    ...groups.map(({ id, name }): SearchHit => {
      return {
        kind: 'day',
        id,
        title: `${name}: посещаемость`,
        note: day,
        href: `/attendance/${id}?date=${query.date}`,
      };
    }),
    ...lessons.map(({ id, sectionId, periodId, classPeriod, title, group }): SearchHit => {
      const href = `/journal/${sectionId}?period=${periodId}&lesson=${id}`;
      return { kind: 'lesson', id, title, note: `${group}, ${day}, ${classPeriod}-я пара`, href };
    }),
  ];
}

async function read(
  actor: Actor,
  { words, otherLayout, date }: SearchQuery & { date: LocalDate },
  limit: number,
): Promise<Found> {
  const scope = scopeSql(actor);
  const bare = (list: readonly string[]) => list.map((word) => word.replaceAll('-', ''));
  const named = (text: Prisma.Sql) =>
    hasAll(Prisma.sql`replace(${folded(text)}, '-', '')`, bare(words), bare(otherLayout));
  const wanted = words.length === 0 ? Prisma.sql`g.id = ANY (${[...actor.curates]}::int[])` : named(Prisma.sql`g.name`);
  const own = [...actor.teaches, ...actor.substitutes.map(({ sectionId }) => sectionId)];
  const [row] = await db().$queryRaw<{ found: Found }[]>`
    WITH year AS (SELECT id FROM academic_year WHERE ${date}::date BETWEEN starts_on AND ends_on),
    groups AS (SELECT g.id, g.name FROM student_group g WHERE ${scope.group} AND ${wanted}
        AND EXISTS (SELECT 1 FROM lesson l WHERE l.group_id = g.id AND l.date = ${date}::date AND l.state <> 'cancelled')
      ORDER BY g.name, g.id LIMIT ${limit}),
    lessons AS (SELECT l.id, s.id AS "sectionId", l.period_id AS "periodId", l.class_period AS "classPeriod",
        i.index || ' ' || k.name || coalesce(', ' || b.name, '') AS title, g.name AS "group"
      FROM course_section s JOIN year ON year.id = s.year_id JOIN lesson l ON l.section_id = s.id AND l.date = ${date}::date AND l.state <> 'cancelled'
        JOIN student_group g ON g.id = s.group_id JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id
        LEFT JOIN subgroup b ON b.id = s.subgroup_id
      WHERE ${scope.section} AND ${named(Prisma.sql`(i.index || ' ' || k.name || ' ' || g.name)`)}
      ORDER BY s.id = ANY (${own}::int[]) DESC, l.class_period, g.name, l.id LIMIT ${limit})
    SELECT json_build_object('groups', (SELECT coalesce(json_agg(x), '[]') FROM groups x),
      'lessons', (SELECT coalesce(json_agg(x), '[]') FROM lessons x)) AS found`;
  if (!row) throw new Error('one row expected');
  return row.found;
}
