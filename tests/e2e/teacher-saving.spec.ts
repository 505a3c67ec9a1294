import { expect, test } from '../support/e2e';
import { lessonOn, lock, rows } from './college';
import { cursor, openLesson, ready, rowOf, saved, students, today, todaysColumn } from './grid';
import { typist } from './typist';

test.use({ of: 'teacher-saving' });

test('T-083 R-077 two teachers in one cell: both values and the other name, nothing silently overwritten', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-23 09:00');
  const lesson = await lessonOn(college, 'ИСП-25-2', 'Основы алгоритмизации', '2026-11-23');
  await rows(
    college,
    `INSERT INTO teaching_assignment (section_id, teacher_id, starts_on)
     SELECT $1, person_id, '2026-11-01' FROM account WHERE login = 'mukhametshin.ri'`,
    [lesson.section],
  );
  const mine = await arrive('teacher');
  await openLesson(mine, lesson);
  await mine.keyboard.press('3');
  await saved(mine);

  const theirs = await arrive('mukhametshin.ri');
  await openLesson(theirs, lesson);
  await theirs.keyboard.press('ArrowDown');
  await theirs.keyboard.press('4');
  await saved(theirs);
  await mine.keyboard.press('5');
  const cell = today(students(mine).nth(1));
  await expect(cell).toHaveText('5≠4');
  await mine.getByRole('button', { name: 'Расхождения: 1' }).click();
  const dialog = mine.getByRole('dialog', { name: /^Расхождение · / });
  const [own, other] = [dialog.locator('.jg-vs > div').first(), dialog.locator('.jg-vs > div').last()];
  await expect(own).toContainText(/^Ваша запись5/);
  await expect(other).toContainText(/^Запись на сервере4.*Мухаметшин/);
  await theirs.reload();
  await ready(theirs);
  await expect(today(students(theirs).nth(1))).toHaveText('4');

  await dialog.getByRole('button', { name: 'Вернуть «5»' }).click();
  await expect(cell).toHaveText('5');
  await saved(mine);
  await theirs.reload();
  await ready(theirs);
  await expect(today(students(theirs).nth(1))).toHaveText('5');
});

test('T-082 R-057 a period locked meanwhile refuses in words and the cell shows what is stored', async ({
  college,
  arrive,
  complaints,
}) => {
  complaints.expect(/status of 4\d\d/);
  await college.at('2026-11-21 09:00');
  const lesson = await lessonOn(college, 'ИСП-24-2', 'Разработка программных модулей', '2026-11-21');
  const page = await arrive('teacher');
  await openLesson(page, lesson);
  await lock(college, lesson);
  const before = await todaysColumn(page);
  await page.keyboard.press('5');
  await expect(page.getByText(/Учебный период закрыт, запись не внесена\./)).toBeVisible();
  expect(await todaysColumn(page)).toEqual(before);
  await page.reload();
  await ready(page);
  expect(await todaysColumn(page)).toEqual(before);
  await page.keyboard.press('5');
  expect(await todaysColumn(page)).toEqual(before);
});

test('R-080 R-082 T-086 the curator gives the reason, the history names both authors', async ({ college, arrive }) => {
  await college.at('2026-11-20 10:20');
  const lesson = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  const teacher = await arrive('teacher');
  await openLesson(teacher, lesson);
  await today(rowOf(teacher, 'Давлетшина')).click();
  await (await typist(teacher)).press('н');
  await saved(teacher);

  const curator = await arrive('curator');
  await openLesson(curator, lesson);
  const cell = today(rowOf(curator, 'Давлетшина'));
  await expect(cell).toHaveText('н');
  await cell.click();
  const keys = await typist(curator);
  await keys.press('у', 'п');
  await expect(cell).toHaveText('уп');
  await saved(curator);
  await keys.press('5');
  await expect(cell).toHaveText('уп');

  await teacher.reload();
  await ready(teacher);
  await today(rowOf(teacher, 'Давлетшина')).click();
  await expect(cursor(teacher)).toHaveText('уп');
  await teacher.keyboard.press('Shift+Enter');
  const history = teacher.getByRole('dialog', { name: 'История · Давлетшина Алина, 20 ноября' });
  await expect(history.getByRole('row').filter({ hasText: 'Хабибуллина' })).toHaveCount(1);
  await expect(history.getByRole('row').filter({ hasText: 'Ганеева' })).toHaveCount(1);
});

test('T-093 without a connection nothing typed is lost; it is sent when the connection is back', async ({
  college,
  arrive,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await college.at('2026-11-25 09:00');
  const page = await arrive('teacher');
  const lesson = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-24');
  await openLesson(page, lesson);
  await page.context().setOffline(true);
  await page.keyboard.press('4');
  await expect(page.getByText(/^Нет связи с \d\d:\d\d\./)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(cursor(page)).toHaveText('4');
  await page.context().setOffline(false);
  await saved(page);
  await openLesson(page, lesson);
  await expect(cursor(page)).toHaveText('4');
});
