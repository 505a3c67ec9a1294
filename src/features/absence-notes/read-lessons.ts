import type { ExcusableLesson } from '@/domain/attendance/excuse-plan';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

type Span = { groupId: number; studentId: number; startsOn: LocalDate; endsOn: LocalDate };

/** Lessons of the student in the group over the days, where the row is open, with what stands in them. */
export function readLessons(db: Db, { groupId, studentId, startsOn, endsOn }: Span): Promise<ExcusableLesson[]> {
  return db.$queryRaw<ExcusableLesson[]>`
    SELECT l.id AS "lessonId", l.date::text AS date, l.class_period AS "classPeriod", l.attendance_taken AS taken,
      ev.presence::text AS presence, coalesce(ev.presence_version, 0) AS "presenceVersion",
      ev.reason, coalesce(ev.reason_version, 0) AS "reasonVersion"
    FROM lesson l JOIN enrollment e ON e.group_id = l.group_id AND e.student_id = ${studentId}
        AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
      LEFT JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.student_id = e.student_id
    WHERE l.group_id = ${groupId} AND l.date BETWEEN ${startsOn}::date AND ${endsOn}::date AND l.state <> 'cancelled'
      AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
        AND st.starts_on <= l.date AND (st.ends_on IS NULL OR st.ends_on >= l.date))
      AND (l.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = l.subgroup_id
        AND m.student_id = e.student_id AND m.starts_on <= l.date AND (m.ends_on IS NULL OR m.ends_on >= l.date)))
    ORDER BY l.date, l.class_period, l.id`;
}
