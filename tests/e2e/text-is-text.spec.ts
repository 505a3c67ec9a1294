import { type College, expect, test } from '../support/e2e';
import { type LessonPlace, lessonOn, personOf, rows } from './college';
import { openCard, openLesson, saved, students } from './grid';
import { payloads } from './payloads';
import { tour } from './tour';

test.use({ of: 'text-is-text' });
test.setTimeout(120_000);

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

async function fillWithPayloads(college: College, place: LessonPlace, pupil: number): Promise<void> {
  await rows(college, 'CREATE TABLE attack (no serial, text text)');
  await rows(college, 'INSERT INTO attack (text) SELECT unnest($1::text[])', [payloads]);
  const body = 'SELECT text FROM attack WHERE no = 1 + n % (SELECT count(*) FROM attack)';
  await rows(college, `CREATE FUNCTION payload(n bigint) RETURNS text LANGUAGE sql AS '${body}'`);
  for (const statement of poison(place, pupil)) await rows(college, statement);
}

const course = 'Основы алгоритмизации';

/** Where each role meets these people and texts. */
const from = ({ section, group }: LessonPlace, pupil: number): Readonly<Record<string, readonly string[]>> => {
  const reader = ['/', `/journal/${section}`, `/reports/period-ledger?group=${group}`];
  const diary = [`/diary/${pupil}`, `/diary/${pupil}?date=2026-11-17&view=week`, `/diary/${pupil}/subjects`];
  return {
    teacher: ['/', `/journal/${section}`],
    curator: [...reader, ...diary],
    deputy: reader,
    director: reader,
    depthead: reader,
    studyoffice: reader,
    methodist: reader,
    student: diary,
    parent: diary,
    admin: ['/', '/admin'],
  };
};

test.beforeAll(async ({ college }) => {
  const place = await lessonOn(college, 'ИСП-25-1', course, '2026-11-20');
  await fillWithPayloads(college, place, await personOf(college, 'student'));
});

/** Director and methodist meet the deputy's pages. */
for (const login of ['teacher', 'curator', 'deputy', 'depthead', 'studyoffice', 'student', 'parent', 'admin']) {
  test(`T-046 stored text is text on every page of ${login}`, async ({ college, arrive }) => {
    const place = await lessonOn(college, 'ИСП-25-1', course, '2026-11-20');
    const addresses = from(place, await personOf(college, 'student'))[login] ?? [];
    const page = await arrive(login);
    const met = new Set<string>();
    const origin = college.server.url;
    await tour(page, addresses, async () => {
      expect(new URL(page.url()).origin).toBe(origin);
      const text = (await page.locator('body').textContent()) ?? '';
      for (const payload of payloads) if (text.includes(payload)) met.add(payload);
    });
    if (login === 'admin') return;
    expect(met.size, 'payloads shown as text').toBeGreaterThan(login === 'depthead' ? 0 : 1);
  });
}

test('T-046 R-077 card, dialogs and the screen reader read payloads as text', async ({ college, arrive }) => {
  const place = await lessonOn(college, 'ИСП-25-1', course, '2026-11-20');
  const page = await arrive('teacher');
  await openLesson(page, place);
  for (const attack of payloads.slice(0, 10)) {
    const card = await openCard(page);
    const topic = card.getByLabel('Тема занятия');
    await topic.fill(attack);
    await topic.press('Enter');
    await saved(page);
    await expect(page.locator('.jg-right tr.now td').nth(4)).toHaveText(attack.trim());
    await topic.press('Escape');
  }
  const card = await openCard(page);
  await card.getByRole('button', { name: 'история изменений' }).click();
  for (const attack of payloads.slice(0, 10)) await expect(page.getByRole('dialog')).toContainText(attack);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
  await students(page).first().locator('td.tc').click();
  for (const key of ['End', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: /^Средний балл/ })).toBeVisible();
});
