import type { LocalDate } from '@/domain/types';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

export type LockedLesson = {
  id: number;
  sectionId: number;
  groupId: number;
  subgroupId: number | null;
  periodId: number;
  teacherId: number;
  streamId: number | null;
  date: LocalDate;
  classPeriod: number;
  room: string;
  lessonType: string;
  hours: number;
  state: 'planned' | 'held' | 'cancelled';
  /** Somebody has entered something. */
  filled: boolean;
  group: string;
  subgroup: string | null;
  course: string;
};

/** A lesson held for a change until the transaction ends. @throws Refusal NOT_FOUND */
export async function lockLesson(tx: Db, id: number): Promise<LockedLesson> {
  const [row] = await tx.$queryRaw<LockedLesson[]>`
    SELECT l.id, l.section_id AS "sectionId", l.group_id AS "groupId", l.subgroup_id AS "subgroupId", l.period_id AS "periodId",
      l.teacher_id AS "teacherId", l.stream_id AS "streamId", l.date::text, l.class_period::int AS "classPeriod", l.room,
      l.lesson_type AS "lessonType", l.hours::int, l.state::text, g.name AS group, sg.name AS subgroup, k.name AS course,
      l.state = 'held' OR l.entered_at IS NOT NULL OR l.attendance_taken OR l.topic <> ''
        OR EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id)
        OR EXISTS (SELECT 1 FROM attendance_event e WHERE e.lesson_id = l.id AND e.presence IS NOT NULL) AS filled
    FROM lesson l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup sg ON sg.id = l.subgroup_id
    WHERE l.id = ${id} FOR UPDATE OF l`;
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** The period that changes of these lessons touch. @throws Refusal NOT_FOUND */
export async function periodsOfLessons(tx: Db, ids: readonly number[]): Promise<PeriodKey[]> {
  const lessons = await tx.lesson.findMany({
    where: { id: { in: [...ids] } },
    select: { groupId: true, periodId: true, sectionId: true },
  });
  if (lessons.length < new Set(ids).size) throw new Refusal('NOT_FOUND');
  return lessons;
}
