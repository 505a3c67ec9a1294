import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { NoticeDraft } from '@/features/notices/publish-notices';
import type { Db } from '@/server/db';
import { type ChangedLesson, dayNotice } from './day-notices';

type Row = ChangedLesson & {
  id: number;
  teacherId: number;
  room: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
};

/** Of lessons that are still ahead: who comes, to the group, to the substitute and to the one who is `absent`. */
export async function substitutionNotices(
  tx: Db,
  lessonIds: readonly number[],
  absent: ReadonlyMap<number, number>,
  today: LocalDate,
): Promise<NoticeDraft[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id, l.teacher_id AS "teacherId", l.group_id AS "groupId", l.subgroup_id AS "subgroupId", g.name AS group, sg.name AS subgroup,
      k.name AS course, l.date::text, l.class_period::int AS "classPeriod", l.room, p.last_name AS "lastName", p.first_name AS "firstName",
      p.middle_name AS "middleName"
    FROM lesson l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN person p ON p.id = l.teacher_id
      LEFT JOIN subgroup sg ON sg.id = l.subgroup_id
    WHERE l.id = ANY (${[...lessonIds]}::int[]) AND l.date >= ${today}::date ORDER BY l.date, l.class_period, l.id`;
  return rows.map((row) =>
    dayNotice(row, {
      what: 'замена',
      text: `«${row.course}» ведёт ${nameWithInitials(row)}${row.room === '' ? '' : `, ауд. ${row.room}`}.`,
      until: row.date,
      personIds: [row.teacherId, absent.get(row.id) ?? row.teacherId],
    }),
  );
}
