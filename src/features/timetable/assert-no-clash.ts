import { nameWithInitials } from '@/domain/people/name';
import { type Clash, clashesOf, isRefused, type PlacedSection } from '@/domain/timetable/conflicts';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Placed = PlacedSection & {
  entryId: number;
  group: string;
  course: string;
  names: { id: number; lastName: string; firstName: string; middleName: string | null }[];
};

/** That what was just placed puts nobody into two places. @throws Refusal CLASH naming who, where and with what */
export async function assertNoClash(tx: Db, entryIds: readonly number[]): Promise<void> {
  if (entryIds.length === 0) return;
  const rows = await readSameHours(tx, entryIds);
  const placed = new Set(entryIds);
  for (const entry of rows) {
    if (!placed.has(entry.entryId)) continue;
    const others = rows.filter(({ entryId }) => entryId !== entry.entryId);
    const clash = clashesOf(entry, others).find(isRefused);
    if (clash) throw new Refusal('CLASH', { detail: inWords(clash) });
  }
}

/** «преподаватель Хабибуллина Г. Р. в этот час ведёт «Основы алгоритмизации» у ПКД-26-1» */
function inWords({ kind, other }: Clash<Placed>): string {
  const lesson = `«${other.course}»`;
  if (kind === 'group') return `у группы в этот час уже стоит ${lesson}`;
  const [teacher] = other.names;
  const who = teacher ? `преподаватель ${nameWithInitials(teacher)}` : 'преподаватель';
  return `${who} в этот час ведёт ${lesson} у группы ${other.group}`;
}

/** Every place of the week that stands at an hour of one of these, at some time together with it. */
function readSameHours(tx: Db, entryIds: readonly number[]): Promise<Placed[]> {
  return tx.$queryRaw<Placed[]>`
    SELECT DISTINCT ON (o.id) o.id AS "entryId", o.section_id AS "sectionId", c.group_id AS "groupId", c.subgroup_id AS "subgroupId",
      c.stream_id AS "streamId", o.weekday::int, o.class_period::int AS "classPeriod", o.parity::text, o.room,
      o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn", g.name AS group, k.name AS course,
      coalesce((SELECT json_agg(json_build_object('teacherId', t.teacher_id, 'from', t.starts_on, 'to', t.ends_on))
        FROM teaching_assignment t WHERE t.section_id = c.id), '[]'::json) AS teachers,
      coalesce((SELECT json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)
          ORDER BY t.starts_on DESC)
        FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id WHERE t.section_id = c.id), '[]'::json) AS names
    FROM timetable_entry e JOIN timetable_entry o ON o.weekday = e.weekday AND o.class_period = e.class_period AND o.removed_at IS NULL
        AND o.starts_on <= e.ends_on AND o.ends_on >= e.starts_on
      JOIN course_section c ON c.id = o.section_id JOIN student_group g ON g.id = c.group_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
    WHERE e.id = ANY (${[...entryIds]}::int[])`;
}
