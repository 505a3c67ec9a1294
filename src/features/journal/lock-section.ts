import type { Db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';
import type { StoredLesson } from './write-lessons';

/** A section as writes need it, with the lessons of the batch locked in key order; unknown ids are simply missing. */
export type LockedSection = {
  id: number;
  groupId: number;
  subgroupId: number | null;
  schemeId: number | null;
  courseId: number;
  passFail: boolean;
  yearOfStudy: number;
  lessons: StoredLesson[];
  /** Periods of the lessons and of the grades, as far as the section has them; all are open. */
  periods: number[];
  /** One of them is the year itself. */
  ofYear: boolean;
  /** Of the periods whose grades are written: the regulation each was locked with, null while it never was. */
  livedUnder: (number | null)[];
};

type Row = Omit<LockedSection, 'lessons'> & {
  lessons: (Omit<StoredLesson, 'enteredAt'> & { enteredAt: string | null })[];
};

/** Rows of the lessons as StoredLesson, locked in key order so that two batches never wait for each other crosswise. */
const lockedLessons = (ids: readonly number[]) => Prisma.sql`
  SELECT l.id, l.section_id AS "sectionId", l.group_id AS "groupId", l.period_id AS "periodId", l.subgroup_id AS "subgroupId",
    gp.regulation_id AS "regulationId", gp.locked_at IS NOT NULL AS reopened,
    l.date::text AS date, l.state::text AS state, l.topic, l.planned_topic_id AS "plannedTopicId", l.lesson_type AS "lessonType",
    l.hours, l.homework, l.homework_due_on::text AS "homeworkDueOn", l.attendance_taken AS "attendanceTaken", l.version,
    l.entered_at AS "enteredAt", coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.', '') AS "enteredBy"
  FROM lesson l JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id
    LEFT JOIN person p ON p.id = l.entered_by_id
  WHERE l.id = ANY (${[...ids]}::int[]) ORDER BY l.id FOR NO KEY UPDATE OF l`;

/** Unknown ids are simply missing. */
export function lockLessons(tx: Db, ids: readonly number[]): Promise<StoredLesson[]> {
  return tx.$queryRaw<StoredLesson[]>(lockedLessons(ids));
}

/**
 * Asserts that the periods are open, holds them FOR SHARE (T-082) and locks, in one statement: a save is made of few. Null for an
 * unknown section. @throws Refusal PERIOD_LOCKED
 */
export async function lockSection(
  tx: Db,
  sectionId: number,
  lessonIds: readonly number[],
  gradedPeriods: readonly number[],
): Promise<LockedSection | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH keys AS (
      SELECT group_id, period_id, section_id FROM lesson WHERE id = ANY (${[...lessonIds]}::int[]) AND section_id = ${sectionId}
      UNION
      SELECT c.group_id, gp.period_id, c.id FROM course_section c JOIN group_period gp ON gp.group_id = c.group_id
        JOIN academic_period p ON p.id = gp.period_id AND p.year_id = c.year_id
      WHERE c.id = ${sectionId} AND gp.period_id = ANY (${[...gradedPeriods]}::int[])),
    open AS MATERIALIZED (
      SELECT coalesce(array_agg(k.period_id), '{}') AS periods, coalesce(bool_or(p.kind = 'year'), false) AS "ofYear",
        assert_open(array_agg(k.group_id), array_agg(k.period_id), array_agg(k.section_id))::text
      FROM keys k JOIN academic_period p ON p.id = k.period_id),
    locked AS (${lockedLessons(lessonIds)})
    SELECT open.periods, open."ofYear", s.id, s.group_id AS "groupId", s.subgroup_id AS "subgroupId", s.scheme_id AS "schemeId", i.course_id AS "courseId",
      i.pass_fail AS "passFail", extract(year FROM y.starts_on)::int - g.entry_year + 1 AS "yearOfStudy",
      coalesce((SELECT json_agg(locked) FROM locked), '[]') AS lessons,
      ARRAY(SELECT gp.regulation_id FROM group_period gp
        WHERE gp.group_id = s.group_id AND gp.period_id = ANY (${[...gradedPeriods]}::int[])) AS "livedUnder"
    FROM open CROSS JOIN course_section s JOIN academic_year y ON y.id = s.year_id JOIN student_group g ON g.id = s.group_id
      JOIN curriculum_item i ON i.id = s.item_id
    WHERE s.id = ${sectionId}`;
  if (!row) return null;
  const lessons = row.lessons.map(({ enteredAt, ...lesson }) => ({
    ...lesson,
    enteredAt: enteredAt === null ? null : new Date(enteredAt),
  }));
  return { ...row, lessons };
}
