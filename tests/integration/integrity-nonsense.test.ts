import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { testDatabase } from '../support/database';
import {
  attendance,
  enrol,
  enrolment,
  expectRefused,
  first,
  foreign,
  grade,
  group,
  half,
  lastYear,
  lesson,
  liliya,
  mark,
  newLesson,
  ofHalf,
  order,
  other,
  section,
  stranger,
  student,
  task,
  teacher,
  together,
  unlocked,
} from '../support/nonsense';
import { givePasswords } from '../support/sign-in';
import { buildWorld, type World } from '../support/world';

let world: World;
/** A college in which every command has run once. */
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'rustem');
  const commands = await everyCommand();
  for (const { name, who, input } of await commandExamples(world, await prepareExamples(world))) {
    await commands.get(name)?.execute(await actorOf(world, who), input as never, { address: 'test', device: 'test' });
  }
});
afterAll(() => world.close());

describe('T-089 the database refuses nonsense', () => {
  const nonsense: [string, string, string][] = [
    ['a mark 6', mark('value', "'6'"), '23514'],
    ['a mark in words', mark('value', "'отлично'"), '23514'],
    ['a mark of version 0', mark('value, version', "'5', 0"), '23514'],
    ['a mark of a stranger to the group', mark('value', "'5'").replace(student, stranger), 'VD002'],
    ['a mark of nobody', mark('value', "'5'").replace(student, '999999'), '23503'],
    ['a mark for no task', mark('value', "'5'").replace(task, '999999'), '23503'],
    [
      'a dot for somebody on leave',
      mark('required', 'true').replace(
        student,
        "(SELECT id FROM person WHERE first_name = 'Павел' AND last_name = 'Горшков')",
      ),
      'VD004',
    ],
    [
      'presence of a stranger',
      attendance('presence, presence_version, presence_by_id', `'absent', 1, ${teacher}`, stranger),
      'VD002',
    ],
    [
      'presence before the enrolment',
      attendance(
        'presence, presence_version, presence_by_id',
        `'absent', 1, ${teacher}`,
        "(SELECT id FROM person WHERE first_name = 'Игорь')",
      ),
      'VD002',
    ],
    ['presence without an author', attendance('presence, presence_version', "'absent', 1"), '23514'],
    [
      'a presence that is none',
      attendance('presence, presence_version, presence_by_id', `'sick', 1, ${teacher}`),
      '22P02',
    ],
    [
      'a reason without an absence',
      attendance('reason, reason_version, reason_by_id', `'valid', 1, ${teacher}`),
      '23514',
    ],
    [
      'a reason for having come late',
      attendance(
        'presence, presence_version, presence_by_id, reason, reason_version, reason_by_id',
        `'late', 1, ${teacher}, 'valid', 1, ${teacher}`,
      ),
      '23514',
    ],
    ['a period grade 1', grade('value', "'1'"), '23514'],
    ['a proposal out of the scale', grade('value, proposed', "'5', '7'"), '23514'],
    ['an average of 6', grade('value, average', "'5', 6"), '23514'],
    ['a grade of a stranger', grade('value', "'5'", stranger), 'VD002'],
    ['a grade in another group', grade('value', "'5'", stranger, other), 'VD002'],
    ['a lesson of −2 hours', newLesson({ hours: '-2' }), '23514'],
    ['a lesson in the 13th pair', newLesson({ pair: '13' }), '23514'],
    ['a teacher in two places', newLesson({ date: "'2026-10-14'", ...foreign }), '23P01'],
    ['a group in two places', newLesson({ date: "'2026-10-14'", teacher: liliya }), '23P01'],
    ['a teacher with a stream and a group', newLesson({ date: "'2026-10-14'", ...foreign, stream: '7' }), '23P01'],
    [
      'a teacher with two streams',
      together(newLesson({ stream: '7' }), newLesson({ ...foreign, stream: '8' })),
      '23P01',
    ],
    [
      'a group that is whole and divided at an hour',
      newLesson({ date: "'2026-10-14'", teacher: liliya, ...ofHalf }),
      '23P01',
    ],
    [
      'a grade of the other subgroup',
      grade('value', "'5'", "(SELECT id FROM person WHERE first_name = 'Тимур')")
        .replace(section, half)
        .replace('2027-01-12', '2026-09-01'),
      'VD002',
    ],
    [
      'an order that acts in a locked period',
      `UPDATE enrollment SET ends_on = '2025-10-01' WHERE id = ${enrolment}`,
      'VD001',
    ],
    [
      'a leave in a locked period',
      `INSERT INTO enrollment_status (enrollment_id, kind, closes_journal, starts_on, ends_on, order_id)
        VALUES (${enrolment}, 'academicLeave', true, '2025-10-01', '2025-10-31', ${order})`,
      'VD001',
    ],
    [
      'a subgroup in a locked period',
      `INSERT INTO subgroup_membership (subgroup_id, student_id, starts_on) SELECT id, ${student}, '2025-09-01' FROM subgroup
        WHERE group_id = ${group} LIMIT 1`,
      'VD001',
    ],
    [
      'an enrolment that changes its group',
      `UPDATE enrollment SET group_id = ${other} WHERE id = ${enrolment}`,
      'VD003',
    ],
    [
      'hours of a locked period',
      `INSERT INTO section_period (section_id, period_id, planned_hours, control_form) SELECT ${lastYear}, min(id), 10, 'exam' FROM academic_period`,
      'VD001',
    ],
    [
      'a lock by somebody unknown',
      `UPDATE group_period SET locked_at = now(), locked_by_id = 999999 WHERE (group_id, period_id) = (${unlocked})`,
      '23503',
    ],
    ['a key of nobody', "INSERT INTO person_key (person_id, key) VALUES (999999, '\\x00')", '23503'],
    [
      'a personal value of nobody',
      `INSERT INTO audit_personal_value (change_id, person_id) SELECT max(id), 999999 FROM audit_change
        WHERE id NOT IN (SELECT change_id FROM audit_personal_value)`,
      '23503',
    ],
    [
      'a regulation by nobody',
      "INSERT INTO regulation_version (profile, valid_from, data, created_at, created_by_id) VALUES ('s0', '2040-01-01', '{}', now(), 999999)",
      '23503',
    ],
    [
      'a journal for a subgroup of another group',
      `UPDATE course_section SET subgroup_id = (SELECT min(id) FROM subgroup WHERE group_id = ${group})
        WHERE id = (SELECT min(id) FROM course_section WHERE group_id = ${other})`,
      '23503',
    ],
    [
      'a journal of a line of another plan',
      `INSERT INTO course_section (year_id, group_id, item_id) SELECT (SELECT year_id FROM academic_period WHERE id = ${first}), ${group}, max(id)
        FROM curriculum_item WHERE curriculum_id <> (SELECT curriculum_id FROM student_group WHERE id = ${group})`,
      '23503',
    ],
    ['a voided mark that still stands', `UPDATE mark SET voided_at = now() WHERE value IS NOT NULL`, '23514'],
    ['a lesson of another group than its journal', newLesson({ group: other }), '23514'],
    ['a lesson outside its period', newLesson({ date: "'2027-02-01'" }), '23514'],
    ['a lesson on no period of the group', newLesson({ period: '999' }), '23514'],
    ['a lesson given by a student', newLesson({ teacher: student }), '23503'],
    ['two enrolments at once', enrol(student, "'2026-10-01'", 'NULL'), '23P01'],
    ['an enrolment that ends before it begins', enrol(stranger, "'2030-10-01'", "'2030-09-01'"), '23514'],
    [
      'a leave that leaves the row open',
      `INSERT INTO enrollment_status (enrollment_id, kind, closes_journal, starts_on, order_id) VALUES (${enrolment}, 'academicLeave', false, '2026-10-01', ${order})`,
      '23514',
    ],
    [
      'two curators of a group at once',
      `INSERT INTO curatorship (group_id, staff_id, starts_on) VALUES (${group}, ${teacher}, '2026-09-01')`,
      '23P01',
    ],
    [
      'a second institution',
      "INSERT INTO institution (id, name, short_name, founder, city, time_zone) VALUES (2, 'К', 'К', 'К', 'К', 'Europe/Samara')",
      '23514',
    ],
    [
      'a year that ends before it begins',
      "INSERT INTO academic_year (name, starts_on, ends_on) VALUES ('x', '2040-09-01', '2040-06-30')",
      '23514',
    ],
    [
      'two years at once',
      "INSERT INTO academic_year (name, starts_on, ends_on) VALUES ('x', '2026-09-01', '2027-06-30')",
      '23P01',
    ],
    [
      'two semesters of a group at once',
      `UPDATE academic_period SET ends_on = ends_on + 60 WHERE id = ${first}`,
      '23P01',
    ],
    [
      'a pair that ends before it begins',
      "INSERT INTO class_period SELECT min(id), 7, '12:00', '11:00' FROM bell_schedule",
      '23514',
    ],
    ['two usual bell schedules', "INSERT INTO bell_schedule (name, is_default) VALUES ('x', true)", '23505'],
    [
      'somebody without a name',
      "INSERT INTO person (last_name, first_name, sex) VALUES (' ', 'Пётр', 'male')",
      '23514',
    ],
    [
      'a guardian of oneself',
      `INSERT INTO guardianship (guardian_id, student_id, relation, starts_on) VALUES (${student}, ${student}, 'сам', '2026-09-01')`,
      '23514',
    ],
    [
      'the position of a parent',
      `INSERT INTO staff_position (staff_id, role, title, starts_on) VALUES (${teacher}, 'parent', 'x', '2026-09-01')`,
      '23514',
    ],
    ['a login in capitals', "UPDATE account SET login = 'GULNARA' WHERE login = 'gulnara'", '23514'],
    ['a password that is no hash', "UPDATE account SET password_hash = 'qwerty' WHERE login = 'gulnara'", '23514'],
    ['a lock by nobody', 'UPDATE group_period SET locked_at = now() WHERE locked_at IS NULL', '23514'],
    [
      'a reopening without a reason',
      `INSERT INTO section_reopening (section_id, period_id, reason, open_until, opened_at, opened_by_id) VALUES (${section}, ${first}, ' ', now() + interval '1 day', now(), ${teacher})`,
      '23514',
    ],
    [
      'a reopening that is over',
      `INSERT INTO section_reopening (section_id, period_id, reason, open_until, opened_at, opened_by_id) VALUES (${section}, ${first}, 'x', now() - interval '1 day', now(), ${teacher})`,
      '23514',
    ],
    [
      'one journal twice',
      `INSERT INTO course_section (year_id, group_id, item_id) SELECT year_id, group_id, item_id FROM course_section WHERE id = ${section}`,
      '23505',
    ],
    [
      'a teacher of a journal twice',
      `INSERT INTO teaching_assignment (section_id, teacher_id, starts_on) VALUES (${section}, ${teacher}, '2026-09-01')`,
      '23P01',
    ],
    ['a plan approved on no day', `UPDATE scheme_of_work SET approved_on = NULL`, '23514'],
    ['a topic of no hours', 'UPDATE planned_topic SET hours = 0', '23514'],
    [
      'a 21st task',
      `INSERT INTO assignment (lesson_id, task_type, title, ordinal) VALUES (${lesson}, 'answer', '', 21)`,
      '23514',
    ],
    [
      'a substitution without a reason',
      `INSERT INTO substitution (lesson_id, absent_teacher_id, reason, order_number, ordered_on) VALUES (${lesson}, ${teacher}, '', '1', now())`,
      '23514',
    ],
    [
      'a paper with a torn hash',
      `INSERT INTO printed_document (number, code, report_id, params, data, hash, pages, group_id, printed_by_id, printed_at) VALUES ('1', '0123456789ABCDEF', 'x', '{}', '', 'abc', 1, ${group}, ${teacher}, now())`,
      '23514',
    ],
    [
      'a step of no act',
      "INSERT INTO audit_change (event_id, entity, field) VALUES (999999, 'mark', 'value')",
      '23503',
    ],
    ['a session that ends before it begins', 'UPDATE session SET expires_at = created_at', '23514'],
    ['an act that changes afterwards', "UPDATE audit_event SET result = 'refused'", 'VD003'],
    ['an act that vanishes', 'DELETE FROM audit_event', 'VD003'],
    ['a paper that changes afterwards', "UPDATE printed_document SET hash = repeat('0', 64)", 'VD003'],
    ['a regulation that changes afterwards', "UPDATE regulation_version SET profile = 's4'", 'VD003'],
  ];

  it.each(nonsense)('%s', (_, statement, state) => expectRefused(world.owner, statement, state));

  it('takes a stream for one lesson of its teacher in several groups', async () => {
    const statement = `${newLesson({ stream: '7' })}, (${foreign.section}, ${other}, ${first}, ${teacher}, '2026-11-25', 2, '1', 'lecture', 2, NULL, 7)`;
    expect(await world.owner.$executeRawUnsafe(statement)).toBe(2);
  });

  it('is at least forty kinds of it', () => {
    expect(nonsense.length).toBeGreaterThanOrEqual(40);
  });
});
