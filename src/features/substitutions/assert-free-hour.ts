import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';

type Hour = {
  groupId: number;
  subgroupId: number | null;
  teacherId: number;
  streamId: number | null;
  date: LocalDate;
  classPeriod: number;
  /** Lessons that leave the hour. */
  except: readonly number[];
};
type Row = {
  ofGroup: boolean;
  group: string;
  course: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
};

/** Neither the group nor the teacher has another lesson at the hour: the same as the database holds, in words. @throws Refusal CLASH */
export async function assertFreeHour(tx: Db, hour: Hour): Promise<void> {
  const { groupId, subgroupId, teacherId, streamId, date, classPeriod, except } = hour;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT l.group_id = ${groupId}::int AND (l.subgroup_id IS NULL OR ${subgroupId}::int IS NULL OR l.subgroup_id = ${subgroupId}::int) AS "ofGroup",
      g.name AS group, k.name AS course, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName"
    FROM lesson l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN person p ON p.id = l.teacher_id
    WHERE l.date = ${date}::date AND l.class_period = ${classPeriod} AND l.state <> 'cancelled' AND l.id <> ALL (${[...except]}::int[])
      AND (l.group_id = ${groupId}::int AND (l.subgroup_id IS NULL OR ${subgroupId}::int IS NULL OR l.subgroup_id = ${subgroupId}::int)
        OR l.teacher_id = ${teacherId}::int AND (l.stream_id IS NULL OR l.stream_id IS DISTINCT FROM ${streamId}::int))
    ORDER BY l.id LIMIT 1`;
  if (!row) return;
  const when = `${fullDate(date)}, ${classPeriod}-я пара`;
  const who = row.ofGroup ? 'у группы' : `у преподавателя ${nameWithInitials(row)}`;
  throw new Refusal('CLASH', { detail: `${when}: ${who} «${row.course}», ${row.group}` });
}
