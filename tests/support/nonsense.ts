import { expect } from 'vitest';
import type { PrismaClient } from '@/server/prisma/client';
import { changedTables, digestOf } from './digest';

/** Statements about the small college of `world-college.ts` as SQL texts, for T-089: places in it, and rows with one thing wrong. */
export const lesson = "(SELECT min(id) FROM lesson WHERE date = '2026-10-14')";
export const student = "(SELECT id FROM person WHERE first_name = 'Артём')";
export const stranger = "(SELECT id FROM person WHERE first_name = 'Мира')";
export const teacher = "(SELECT id FROM person WHERE first_name = 'Гульнара')";
export const liliya = "(SELECT id FROM person WHERE first_name = 'Лилия')";
export const section = '(SELECT min(id) FROM course_section)';
export const group = "(SELECT id FROM student_group WHERE name = 'ИСП-25-1')";
export const other = "(SELECT id FROM student_group WHERE name = 'ПКД-26-1')";
export const first = "(SELECT id FROM academic_period WHERE starts_on = '2026-09-01')";
export const enrolment = `(SELECT id FROM enrollment WHERE student_id = ${student})`;
export const order = '(SELECT min(id) FROM administrative_order)';
export const task =
  "(SELECT max(a.id) FROM assignment a JOIN lesson l ON l.id = a.lesson_id WHERE l.date = '2026-10-14')";
export const mark = (columns: string, values: string) =>
  `INSERT INTO mark (assignment_id, student_id, entered_by_id, entered_at, ${columns}) VALUES (${task}, ${student}, ${teacher}, now(), ${values})`;
export const attendance = (columns: string, values: string, who = student) =>
  `INSERT INTO attendance_event (lesson_id, student_id, ${columns}) VALUES ((SELECT id FROM lesson WHERE date = '2026-10-07'), ${who}, ${values})`;
export const grade = (columns: string, values: string, who = student, at = group) =>
  `INSERT INTO grade (section_id, student_id, period_id, group_id, entered_by_id, entered_at, ${columns})
   VALUES (${section}, ${who}, (SELECT id FROM academic_period WHERE starts_on = '2027-01-12'), ${at}, ${teacher}, now(), ${values})`;
export const newLesson = (
  change: Partial<
    Record<'date' | 'pair' | 'hours' | 'teacher' | 'group' | 'section' | 'period' | 'subgroup' | 'stream', string>
  >,
) => {
  const row = { date: "'2026-11-25'", pair: '2', hours: '2', teacher, group, section, period: first, ...change };
  const { subgroup = 'NULL', stream = 'NULL' } = change;
  return `INSERT INTO lesson (section_id, group_id, period_id, teacher_id, date, class_period, room, lesson_type, hours, subgroup_id, stream_id)
    VALUES (${row.section}, ${row.group}, ${row.period}, ${row.teacher}, ${row.date}, ${row.pair}, '1', 'lecture', ${row.hours}, ${subgroup}, ${stream})`;
};
/** Both in one statement, so that none of them stays. */
export const together = (one: string, other: string) => `WITH one AS (${one} RETURNING id) ${other}`;
export const foreign = { group: other, section: '(SELECT min(id) + 1 FROM course_section)' };
export const half = '(SELECT max(id) FROM course_section WHERE subgroup_id IS NOT NULL)';
export const ofHalf = { section: half, subgroup: `(SELECT subgroup_id FROM course_section WHERE id = ${half})` };
export const lastYear = '(SELECT max(id) FROM course_section WHERE year_id = (SELECT min(id) FROM academic_year))';
export const unlocked = 'SELECT group_id, period_id FROM group_period WHERE locked_at IS NULL LIMIT 1';
export const enrol = (who: string, from: string, to: string) =>
  `INSERT INTO enrollment (student_id, group_id, starts_on, ends_on, entry_order_id) VALUES (${who}, ${other}, ${from}, ${to}, ${order})`;

/** The database answers this SQLSTATE, and nothing in it has changed. */
export async function expectRefused(owner: PrismaClient, statement: string, state: string): Promise<void> {
  const before = await digestOf(owner);
  const error: unknown = await owner.$executeRawUnsafe(statement).then(
    () => 'written',
    (thrown: unknown) => thrown,
  );
  expect(error, 'was written').not.toBe('written');
  expect(String(error)).toContain(`Code: \`${state}\``);
  expect(changedTables(before, await digestOf(owner))).toEqual([]);
}
