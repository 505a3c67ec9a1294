import type { Actor } from '@/access/actor';
import type { SearchQuery } from '@/domain/search/parse-query';
import { diaryHref } from '@/features/diary/links';
import { db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';
import { folded, hasAll, scopeSql } from './search-scope';
import type { SearchHit } from './search-view';

type Found = {
  groups: { id: number; name: string; department: string }[];
  students: {
    id: number;
    name: string;
    group: string;
    groupId: number;
    diary: boolean;
    whole: boolean;
    journal: Journal | null;
  }[];
  journals: (Journal & { group: string })[];
};
type Journal = { id: number; title: string };

/**
 * Groups of this year, their students of today and their journals whose names have all the words, each at most `limit`, of
 * the actor's scope alone (T-028). A student leads to the diary, else to the group, else to the journal in which the actor
 * meets him.
 */
export async function findRecords(actor: Actor, query: SearchQuery, limit: number): Promise<SearchHit[]> {
  const { groups, students, journals } = await read(actor, query, limit);
  return [
    ...groups.map(({ id, name, department }): SearchHit => {
      return { kind: 'group', id, title: name, note: department, href: `/groups/${id}` };
    }),
    ...journals.map(({ id, title, group }): SearchHit => {
      return { kind: 'journal', id, title, note: group, href: `/journal/${id}` };
    }),
    ...students.flatMap(({ id, name, group, groupId, diary, whole, journal }): SearchHit[] => {
      const hit = { kind: 'student', id, title: name, note: group } as const;
      if (diary) return [{ ...hit, href: diaryHref(id) }];
      if (whole) return [{ ...hit, href: `/groups/${groupId}` }];
      return journal ? [{ ...hit, note: `${group}, ${journal.title}`, href: `/journal/${journal.id}` }] : [];
    }),
  ];
}

async function read(actor: Actor, { words, otherLayout }: SearchQuery, limit: number): Promise<Found> {
  const scope = scopeSql(actor);
  const today = Prisma.sql`${actor.today}::date`;
  const bare = (list: readonly string[]) => list.map((word) => word.replaceAll('-', ''));
  const begun = (list: readonly string[]) => list.map((word) => ` ${word}`);
  const groupName = Prisma.sql`replace(${folded(Prisma.sql`g.name`)}, '-', '')`;
  const name = Prisma.sql`(p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, ''))`;
  const person = folded(Prisma.sql`(' ' || ${name} || ' ' || replace(p.last_name, '-', ' ') || ' ' || g.name)`);
  const journal = Prisma.sql`replace(${folded(Prisma.sql`(s.title || ' ' || s."group")`)}, '-', '')`;
  const [row] = await db().$queryRaw<{ found: Found }[]>`
    WITH year AS (SELECT id FROM academic_year WHERE starts_on <= ${today} ORDER BY starts_on DESC LIMIT 1),
    section AS MATERIALIZED (SELECT s.id, s.group_id, s.subgroup_id, i.index || ' ' || k.name || coalesce(', ' || b.name, '') AS title, g.name AS "group"
      FROM course_section s JOIN year ON year.id = s.year_id JOIN student_group g ON g.id = s.group_id
        JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup b ON b.id = s.subgroup_id
      WHERE ${scope.section}),
    groups AS (SELECT g.id, g.name, d.name AS department FROM student_group g JOIN department d ON d.id = g.department_id
      WHERE ${scope.group} AND ${hasAll(groupName, bare(words), bare(otherLayout))}
        AND EXISTS (SELECT 1 FROM group_period gp JOIN academic_period a ON a.id = gp.period_id JOIN year ON year.id = a.year_id WHERE gp.group_id = g.id)
      ORDER BY g.name, g.id LIMIT ${limit}),
    students AS (SELECT e.student_id AS id, ${name} AS name, g.name AS "group", g.id AS "groupId", ${scope.diary} AS diary, ${scope.group} AS whole,
        (SELECT json_build_object('id', s.id, 'title', s.title) FROM section s WHERE s.group_id = e.group_id AND (s.subgroup_id IS NULL
          OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = s.subgroup_id AND m.student_id = e.student_id
            AND m.starts_on <= ${today} AND (m.ends_on IS NULL OR m.ends_on >= ${today}))) ORDER BY s.title, s.id LIMIT 1) AS journal
      FROM enrollment e JOIN person p ON p.id = e.student_id JOIN student_group g ON g.id = e.group_id
      WHERE e.starts_on <= ${today} AND (e.ends_on IS NULL OR e.ends_on >= ${today}) AND ${hasAll(person, begun(words), begun(otherLayout))}),
    seen AS (SELECT * FROM students WHERE diary OR whole OR journal IS NOT NULL ORDER BY name, id LIMIT ${limit}),
    journals AS (SELECT s.id, s.title, s."group" FROM section s WHERE ${hasAll(journal, bare(words), bare(otherLayout))}
      ORDER BY s."group", s.title, s.id LIMIT ${limit})
    SELECT json_build_object('groups', (SELECT coalesce(json_agg(x), '[]') FROM groups x),
      'students', (SELECT coalesce(json_agg(x), '[]') FROM seen x), 'journals', (SELECT coalesce(json_agg(x), '[]') FROM journals x)) AS found`;
  if (!row) throw new Error('one row expected');
  return row.found;
}
