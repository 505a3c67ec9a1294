import { nameWithInitials } from '@/domain/people/name';
import { insertLessons, type LessonToLay } from '@/features/timetable/write-lessons';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertFreeHour } from './assert-free-hour';
import type { LockedLesson } from './lock-lesson';

type Row = { course: string; subgroupId: number | null; teacherId: number | null } & {
  lastName: string;
  firstName: string;
  middleName: string | null;
};
export type Given = {
  id: number;
  course: string;
  teacherId: number;
  teacher: string;
  room: string;
  steps: AuditStep[];
};

/** A lesson of another journal of the group at the hour of a cancelled one, by its own teacher. @throws Refusal NOT_FOUND, INVALID, CLASH */
export async function giveInstead(
  tx: Db,
  lesson: LockedLesson,
  { sectionId, room }: { sectionId: number; room: string },
): Promise<Given> {
  const { date, classPeriod, groupId, periodId, lessonType, hours } = lesson;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT k.name AS course, c.subgroup_id AS "subgroupId", t.teacher_id AS "teacherId", p.last_name AS "lastName", p.first_name AS "firstName",
      p.middle_name AS "middleName"
    FROM course_section c JOIN course_section own ON own.id = ${lesson.sectionId} AND own.year_id = c.year_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN LATERAL (SELECT teacher_id FROM teaching_assignment a WHERE a.section_id = c.id AND a.starts_on <= ${date}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${date}::date) ORDER BY a.starts_on DESC LIMIT 1) t ON true
      LEFT JOIN person p ON p.id = t.teacher_id
    WHERE c.id = ${sectionId} AND c.group_id = ${groupId} AND c.id <> ${lesson.sectionId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  const { teacherId, subgroupId } = row;
  if (teacherId === null) throw new Refusal('INVALID', { detail: 'у дисциплины в этот день нет преподавателя' });
  await assertFreeHour(tx, { groupId, subgroupId, teacherId, streamId: null, date, classPeriod, except: [lesson.id] });
  const place: LessonToLay = {
    sectionId,
    periodId,
    teacherId,
    timetableEntryId: null,
    date,
    classPeriod,
    room,
    lessonType,
    hours,
  };
  const { ids, steps } = await insertLessons(tx, [place]);
  return { id: ids[0] ?? 0, course: row.course, teacherId, teacher: nameWithInitials(row), room, steps };
}
