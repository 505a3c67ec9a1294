import type { LocalDate } from '@/domain/types';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';

type Place = { studentId: number; from: LocalDate };
/** How many values of a student lost their ground. */
export type Voided = { studentId: number; marks: number; attendance: number; homework: number; grades: number };

/** Not enrolled on the lesson's day, or in a row that is closed then, or not in the lesson's subgroup: as `assert_enrolled`. */
const groundless = (student: Prisma.Sql) => Prisma.sql`(
  NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = ${student} AND e.group_id = l.group_id
    AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
    AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
      AND st.starts_on <= l.date AND (st.ends_on IS NULL OR st.ends_on >= l.date)))
  OR l.subgroup_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subgroup_membership sm WHERE sm.subgroup_id = l.subgroup_id
    AND sm.student_id = ${student} AND sm.starts_on <= l.date AND (sm.ends_on IS NULL OR sm.ends_on >= l.date)))`;

const placesSql = (places: readonly Place[]) =>
  Prisma.sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS o("studentId" int, "from" date)`;

/**
 * Empties what an order dated back has taken the ground from, from `from` on: marks, dots, attendance, individual homework and
 * period grades. The rows stay with the moment in `voided_at`; the values stand in the history by the steps returned, which
 * the caller audits. Authors and moments of entry stay theirs.
 */
export async function voidGroundless(
  tx: Db,
  places: readonly Place[],
  now: Date,
): Promise<{ steps: AuditStep[]; voided: Voided[] }> {
  const marks = await voidMarks(tx, places, now);
  const attendance = await voidAttendance(tx, places, now);
  const homework = await voidHomework(tx, places, now);
  const grades = await voidGrades(tx, places, now);
  const count = (rows: readonly { studentId: number }[], studentId: number) =>
    rows.filter((row) => row.studentId === studentId).length;
  const students = [...new Set([marks, attendance, homework, grades].flat().map(({ studentId }) => studentId))];
  return {
    steps: [
      ...marks.flatMap(markSteps),
      ...attendance.flatMap(attendanceSteps),
      ...homework.map(homeworkStep),
      ...grades.flatMap(gradeSteps),
    ],
    voided: students.map((studentId) => ({
      studentId,
      marks: count(marks, studentId),
      attendance: count(attendance, studentId),
      homework: count(homework, studentId),
      grades: count(grades, studentId),
    })),
  };
}

type MarkRow = { lessonId: number; assignmentId: number; studentId: number; version: number } & {
  value: string | null;
  required: boolean;
  comment: string | null;
};

function voidMarks(tx: Db, places: readonly Place[], now: Date): Promise<MarkRow[]> {
  return tx.$queryRaw<MarkRow[]>`
    WITH gone AS (
      SELECT m.assignment_id, m.student_id, l.id AS lesson_id, m.value, m.required, m.comment
      FROM ${placesSql(places)} JOIN mark m ON m.student_id = o."studentId" JOIN assignment a ON a.id = m.assignment_id
        JOIN lesson l ON l.id = a.lesson_id AND l.date >= o."from"
      WHERE (m.value IS NOT NULL OR m.required) AND ${groundless(Prisma.sql`m.student_id`)}
      ORDER BY m.assignment_id, m.student_id FOR UPDATE OF m)
    UPDATE mark m SET value = NULL, required = false, comment = NULL, version = m.version + 1, voided_at = ${now}
    FROM gone WHERE m.assignment_id = gone.assignment_id AND m.student_id = gone.student_id
    RETURNING gone.lesson_id AS "lessonId", m.assignment_id AS "assignmentId", m.student_id AS "studentId", m.version,
      gone.value, gone.required, gone.comment`;
}

function markSteps({ value, required, comment, version, ...place }: MarkRow): AuditStep[] {
  const step = { ...place, entity: 'mark', version };
  return [
    { ...step, field: 'value', before: value, after: null },
    ...(required ? [{ ...step, field: 'required', before: 'true', after: 'false' }] : []),
    ...(comment === null ? [] : [{ ...step, field: 'comment', before: comment, after: null }]),
  ];
}

type AttendanceRow = { lessonId: number; studentId: number } & {
  presence: string | null;
  presenceVersion: number;
  reason: string | null;
  reasonVersion: number;
};

function voidAttendance(tx: Db, places: readonly Place[], now: Date): Promise<AttendanceRow[]> {
  return tx.$queryRaw<AttendanceRow[]>`
    WITH gone AS (
      SELECT v.lesson_id, v.student_id, v.presence::text AS presence, v.reason
      FROM ${placesSql(places)} JOIN attendance_event v ON v.student_id = o."studentId"
        JOIN lesson l ON l.id = v.lesson_id AND l.date >= o."from"
      WHERE (v.presence IS NOT NULL OR v.reason IS NOT NULL) AND ${groundless(Prisma.sql`v.student_id`)}
      ORDER BY v.lesson_id, v.student_id FOR UPDATE OF v)
    UPDATE attendance_event v SET presence = NULL, presence_version = v.presence_version + (v.presence IS NOT NULL)::int,
      reason = NULL, reason_version = v.reason_version + (v.reason IS NOT NULL)::int, voided_at = ${now}
    FROM gone WHERE v.lesson_id = gone.lesson_id AND v.student_id = gone.student_id
    RETURNING v.lesson_id AS "lessonId", v.student_id AS "studentId", gone.presence, v.presence_version AS "presenceVersion",
      gone.reason, v.reason_version AS "reasonVersion"`;
}

function attendanceSteps({ presence, presenceVersion, reason, reasonVersion, ...place }: AttendanceRow): AuditStep[] {
  const step = { ...place, entity: 'attendance', after: null };
  return [
    ...(presence === null ? [] : [{ ...step, field: 'presence', before: presence, version: presenceVersion }]),
    ...(reason === null ? [] : [{ ...step, field: 'reason', before: reason, version: reasonVersion }]),
  ];
}

type HomeworkRow = { lessonId: number; studentId: number; text: string; version: number };

function voidHomework(tx: Db, places: readonly Place[], now: Date): Promise<HomeworkRow[]> {
  return tx.$queryRaw<HomeworkRow[]>`
    WITH gone AS (
      SELECT h.lesson_id, h.student_id, h.text
      FROM ${placesSql(places)} JOIN individual_homework h ON h.student_id = o."studentId"
        JOIN lesson l ON l.id = h.lesson_id AND l.date >= o."from"
      WHERE h.text <> '' AND ${groundless(Prisma.sql`h.student_id`)}
      ORDER BY h.lesson_id, h.student_id FOR UPDATE OF h)
    UPDATE individual_homework h SET text = '', version = h.version + 1, voided_at = ${now}
    FROM gone WHERE h.lesson_id = gone.lesson_id AND h.student_id = gone.student_id
    RETURNING h.lesson_id AS "lessonId", h.student_id AS "studentId", gone.text, h.version`;
}

function homeworkStep({ text, ...place }: HomeworkRow): AuditStep {
  return { ...place, entity: 'homework', field: 'text', before: text, after: null };
}

type GradeRow = { sectionId: number; studentId: number; periodId: number; version: number } & {
  value: string;
  reason: string | null;
  publishedAt: Date | null;
};

/** A grade stands while its student was in the journal on any day of the period. */
function voidGrades(tx: Db, places: readonly Place[], now: Date): Promise<GradeRow[]> {
  return tx.$queryRaw<GradeRow[]>`
    WITH gone AS (
      SELECT g.section_id, g.student_id, g.period_id, g.value, g.reason, g.published_at
      FROM ${placesSql(places)} JOIN grade g ON g.student_id = o."studentId" JOIN course_section c ON c.id = g.section_id
        JOIN academic_period p ON p.id = g.period_id AND p.ends_on >= o."from"
      WHERE g.value IS NOT NULL AND (
        NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = g.student_id AND e.group_id = g.group_id
          AND e.starts_on <= p.ends_on AND (e.ends_on IS NULL OR e.ends_on >= p.starts_on))
        OR c.subgroup_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subgroup_membership sm WHERE sm.subgroup_id = c.subgroup_id
          AND sm.student_id = g.student_id AND sm.starts_on <= p.ends_on AND (sm.ends_on IS NULL OR sm.ends_on >= p.starts_on)))
      ORDER BY g.section_id, g.period_id, g.student_id FOR UPDATE OF g)
    UPDATE grade g SET value = NULL, reason = NULL, published_at = NULL, version = g.version + 1, voided_at = ${now}
    FROM gone WHERE g.section_id = gone.section_id AND g.student_id = gone.student_id AND g.period_id = gone.period_id
    RETURNING g.section_id AS "sectionId", g.student_id AS "studentId", g.period_id AS "periodId", g.version, gone.value,
      gone.reason, gone.published_at AS "publishedAt"`;
}

function gradeSteps({ sectionId: recordId, value, reason, publishedAt, version, ...place }: GradeRow): AuditStep[] {
  const step = { ...place, entity: 'grade', recordId, after: null };
  return [
    { ...step, field: 'value', before: value, version },
    ...(reason === null ? [] : [{ ...step, field: 'reason', before: reason }]),
    ...(publishedAt === null ? [] : [{ ...step, field: 'published', before: publishedAt.toISOString() }]),
  ];
}
