import type { College } from '../support/e2e';
import { type LessonPlace, rows } from './college';
import { payloads } from './payloads';

/** Every free text of the group and its people becomes one of the thirty, whichever its number makes it. */
function poison({ group, section, period }: LessonPlace, pupil: number): readonly string[] {
  const lessons = `SELECT id FROM lesson WHERE group_id = ${group} AND date BETWEEN '2026-11-01' AND '2026-11-20'`;
  const staff = ['teacher', 'curator', 'deputy', 'director', 'depthead', 'studyoffice', 'methodist', 'parent', 'admin'];
  return [
    `UPDATE lesson SET topic = payload(id), homework = payload(id + 7), room = payload(id + 3) WHERE id IN (${lessons})`,
    'ALTER TABLE planned_topic DISABLE TRIGGER USER',
    `UPDATE planned_topic SET title = payload(ordinal), homework = payload(ordinal + 5)
     WHERE scheme_id IN (SELECT scheme_id FROM course_section WHERE group_id = ${group})`,
    'ALTER TABLE planned_topic ENABLE TRIGGER USER',
    `UPDATE assignment SET title = payload(id) WHERE lesson_id IN (${lessons})`,
    `UPDATE mark SET comment = payload(assignment_id) WHERE student_id = ${pupil}
     AND assignment_id IN (SELECT id FROM assignment WHERE lesson_id IN (${lessons}))`,
    `INSERT INTO individual_homework (lesson_id, student_id, text) SELECT id, ${pupil}, payload(id) FROM lesson
     WHERE id IN (${lessons}) AND subgroup_id IS NULL ON CONFLICT DO NOTHING`,
    `INSERT INTO grade (section_id, student_id, period_id, group_id, value, proposed, average, reason, published_at,
       entered_by_id, entered_at)
     VALUES (${section}, ${pupil}, ${period}, ${group}, '5', '4', 4, payload(8), app_now(), ${pupil}, app_now())`,
    `UPDATE substitution SET reason = payload(lesson_id), order_number = payload(lesson_id + 1)
     WHERE lesson_id IN (SELECT id FROM lesson WHERE date BETWEEN '2026-11-01' AND '2026-11-20')`,
    `UPDATE person SET last_name = payload(id), middle_name = payload(id + 11)
     WHERE id IN (SELECT student_id FROM enrollment WHERE group_id = ${group})
        OR id IN (SELECT person_id FROM account WHERE login IN ('${staff.join("', '")}'))`,
  ];
}

/** Makes the texts of a lesson's group and the names of its people hostile. `pupil`: whose comments and grade are. */
export async function fillWithPayloads(college: College, place: LessonPlace, pupil: number): Promise<void> {
  await rows(college, 'CREATE TABLE attack (no serial, text text)');
  await rows(college, 'INSERT INTO attack (text) SELECT unnest($1::text[])', [payloads]);
  const body = 'SELECT text FROM attack WHERE no = 1 + n % (SELECT count(*) FROM attack)';
  await rows(college, `CREATE FUNCTION payload(n bigint) RETURNS text LANGUAGE sql AS '${body}'`);
  for (const statement of poison(place, pupil)) await rows(college, statement);
}
