import { withClient } from '@/server/postgres/roles';
import type { College } from '../support/e2e';

/** Rows of the college's database, read or written past the product. */
export function rows<Row extends object>(college: College, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(college.database.ownerUrl, async (client) => (await client.query<Row>(sql, values)).rows);
}

export async function row<Row extends object>(college: College, sql: string, values: unknown[] = []): Promise<Row> {
  const [first] = await rows<Row>(college, sql, values);
  if (!first) throw new Error(`nothing found by ${sql} with ${JSON.stringify(values)}`);
  return first;
}

export type LessonPlace = { section: number; lesson: number; group: number; period: number };

/** A lesson of the demo college: `course` is the beginning of its name, `date` a calendar date. */
export function lessonOn(college: College, group: string, course: string, date: string): Promise<LessonPlace> {
  return row<LessonPlace>(
    college,
    `SELECT l.section_id AS section, l.id AS lesson, l.group_id AS "group", l.period_id AS period
     FROM lesson l JOIN course_section s ON s.id = l.section_id JOIN student_group g ON g.id = l.group_id
     JOIN curriculum_item i ON i.id = s.item_id JOIN course c ON c.id = i.course_id
     WHERE g.name = $1 AND c.name LIKE $2 || '%' AND l.date = $3 ORDER BY l.class_period, l.id`,
    [group, course, date],
  );
}

/** The person behind a login; the same number is their diary's. */
export async function personOf(college: College, login: string): Promise<number> {
  return (await row<{ id: number }>(college, 'SELECT person_id AS id FROM account WHERE login = $1', [login])).id;
}

/** Locks a period of a group, as the study office does before printing. */
export async function lock(college: College, { group, period }: LessonPlace): Promise<void> {
  await rows(
    college,
    `UPDATE group_period SET locked_at = app_now(), lock_reason = 'сдано в архив',
       locked_by_id = (SELECT person_id FROM account WHERE login = 'studyoffice')
     WHERE group_id = $1 AND period_id = $2`,
    [group, period],
  );
}
