import { expect, test } from '../support/e2e';
import { lessonOn, rows } from './college';
import { cursor, openCard, openLesson, ready, saved, students, today, todaysColumn, todaysRecord } from './grid';
import { typist } from './typist';

test.use({ of: 'teacher-lesson' });

/** Rows 1, 3, 5 … 23 of 25: eight marks, three absent, one late (screens.md 2). */
const entries = ['5', '4', 'н', '5', '3', 'н', '4', '4', 'о', '5', 'н', '4'];

/** A mark goes down by itself, a letter waits for its second one. */
const lessonKeys = entries.flatMap((entry, index) => {
  if (index === entries.length - 1) return [entry];
  return /\d/.test(entry) ? [entry, 'ArrowDown'] : [entry, 'ArrowDown', 'ArrowDown'];
});

test('R-050 R-052 R-057 R-066 R-079 a normal lesson of 25 takes one page and at most 32 keystrokes', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-21 10:20');
  const page = await arrive('teacher');
  await page.goto('/');
  const keys = await typist(page);
  await expect(page.getByRole('link', { name: 'Продолжить 2-ю пару, ИСП-24-1' })).toBeFocused();
  await keys.press('Enter');
  await ready(page);
  const address = page.url();
  await keys.press(...lessonKeys, 'Insert');
  await saved(page);
  expect(page.url()).toBe(address);
  expect(keys.presses()).toBeLessThanOrEqual(32);
  test.info().annotations.push({ type: 'keystrokes', description: String(keys.presses()) });

  const filled = entries.flatMap((entry) => [entry === 'о' ? 'оп' : entry, '']).concat('');
  expect(await todaysColumn(page)).toEqual(filled);
  const record = await todaysRecord(page);
  await page.reload();
  await ready(page);
  expect(await todaysColumn(page)).toEqual(filled);
  expect(await todaysRecord(page)).toEqual(record);
  expect(record.topic).not.toBe('');
  expect(record.homework).not.toBe('');
  const card = await openCard(page);
  await expect(card).toContainText('на занятии 22 из 25');
  await expect(card).toContainText('Занятие заполнено');
});

test('R-056 letters go by the place of the key, and undo takes back what was typed last', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-20 12:30');
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-2', 'Основы алгоритмизации', '2026-11-20'));
  for (const key of ['KeyY', 'ArrowDown', 'KeyJ', 'KeyG', 'ArrowDown', '5', '4']) await page.keyboard.press(key);
  expect((await todaysColumn(page)).slice(0, 5)).toEqual(['н', 'оп', '5', '4', '']);
  await saved(page);
  for (const key of ['Control+z', 'Control+z']) await page.keyboard.press(key);
  expect((await todaysColumn(page)).slice(0, 5)).toEqual(['н', 'оп', '', '', '']);
  await page.keyboard.press('Control+Shift+z');
  expect((await todaysColumn(page)).slice(0, 5)).toEqual(['н', 'оп', '5', '', '']);
  await saved(page);
  await page.reload();
  await ready(page);
  expect((await todaysColumn(page)).slice(0, 5)).toEqual(['н', 'оп', '5', '', '']);
});

test('R-056 R-079 fill down passes by the absent; all others are present', async ({ college, arrive }) => {
  await college.at('2026-11-24 10:20');
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-2', 'Основы алгоритмизации', '2026-11-24'));
  const keys = await typist(page);
  await keys.press('ArrowDown', 'ArrowDown', 'н', 'PageUp', '5', 'ArrowUp', 'Control+d');
  const column = await todaysColumn(page);
  expect(column).toEqual(column.map((_, row) => (row === 2 ? 'н' : '5')));
  await expect(page.getByText(`Заполнено вниз: ${column.length - 2}`)).toBeVisible();
  await keys.press('Control+Enter');
  await expect(page.getByText('Занятие 24.11: остальные присутствуют.', { exact: true })).toBeVisible();
  await saved(page);
  await page.reload();
  await ready(page);
  expect(await todaysColumn(page)).toEqual(column);
});

test('R-060 R-061 R-062 R-063 R-064 a dot for all, and a mark for it after the term in the cell of the day of issue', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-23 10:20');
  const lesson = await lessonOn(college, 'ИСП-24-1', 'Разработка программных модулей', '2026-11-23');
  await test.step('the lesson: one is absent, everybody owes the work', async () => {
    const page = await arrive('teacher');
    await openLesson(page, lesson);
    const keys = await typist(page);
    await keys.press('ArrowDown', 'н');
    const card = await openCard(page);
    await card.getByRole('button', { name: 'Добавить задание' }).click();
    await card.getByLabel('Вид работы').selectOption({ label: 'Контрольная работа' });
    await card.getByLabel('Название задания').fill('КР № 2');
    await card.getByLabel('обязательное', { exact: true }).check();
    await card.getByRole('button', { name: 'Добавить', exact: true }).click();
    await expect(page.getByRole('contentinfo')).toContainText('задание: КР, КР № 2');
    await card.getByRole('button', { name: '«точка» всем' }).click();
    const dots = (await todaysColumn(page)).map((_, row) => (row === 1 ? 'н •' : '•'));
    expect(await todaysColumn(page)).toEqual(dots);
    await students(page).first().locator('td.tc').click();
    await keys.press('5');
    expect(await todaysColumn(page)).toEqual(['5', ...dots.slice(1)]);
    await saved(page);
  });

  await college.at('2026-12-10 10:20');
  const page = await arrive('teacher');
  await openLesson(page, lesson);
  await expect(cursor(page)).toHaveText('5');
  await page.keyboard.press('3');
  await expect(page.locator('.jg-notice')).toBeVisible();
  await expect(cursor(page)).toHaveText('5');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowUp');
  await expect(cursor(page)).toHaveText('н,4');
  await saved(page);
  await expect(page.getByRole('contentinfo')).toContainText('отметка 4, КР № 2, внесено позже срока');
  await page.keyboard.press('Shift+Enter');
  const history = page.getByRole('dialog', { name: /^История · .+, 23 ноября$/ });
  await expect(history.getByRole('row').filter({ hasText: 'позже срока' })).toContainText(/10\.12.*4/);
});

test('R-050 R-052 what is missing is taken from the plan in the row of the start page', async ({ college, arrive }) => {
  await college.at('2026-11-20 20:00');
  const lesson = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  const empty = `topic = '', planned_topic_id = NULL, homework = '', homework_due_on = NULL, attendance_taken = true`;
  await rows(college, `UPDATE lesson SET ${empty} WHERE id = $1`, [lesson.lesson]);
  const page = await arrive('teacher');
  await page.goto('/');
  const words = ['20.11', 'ИСП-25-1', 'тема, домашнее задание'];
  const row = words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));
  const button = row.getByRole('button', { name: /^Взять из плана: \d+/ });
  const number = /\d+/.exec((await button.textContent()) ?? '')?.[0];
  await button.click();
  await expect(page.getByText(`записано из плана, тема № ${number}`)).toBeAttached();
  await expect(row).toHaveCount(0);
  await openLesson(page, lesson);
  const record = await todaysRecord(page);
  expect(record.topic).not.toBe('');
  expect(record.homework).not.toBe('');
  await expect(await openCard(page)).toContainText(`по плану № ${number}`);
});

test('R-056 Shift and arrows choose cells, a mark goes into all of them and Delete out again', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-20 20:10');
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20'));
  const before = await todaysColumn(page);
  const chosen = students(page).locator('td[aria-selected="true"]');
  for (const key of ['PageUp', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect(page.getByText(/^Выбрано: 3.клетки\./)).toBeVisible();
  await expect(chosen).toHaveCount(3);
  await page.keyboard.press('Delete');
  await page.keyboard.press('4');
  await expect(page.getByText(/^Записано: 3.клетки\./)).toBeVisible();
  expect((await todaysColumn(page)).slice(0, 3).every((text) => text?.includes('4'))).toBe(true);
  expect((await todaysColumn(page)).slice(3)).toEqual(before.slice(3));
  await saved(page);
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
  await page.reload();
  await ready(page);
  expect((await todaysColumn(page)).slice(0, 3).every((text) => text?.includes('4'))).toBe(true);
});

test('R-060 R-062 an assignment made by mistake goes with its dots, one with a mark says what to do', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-20 20:20');
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-2', 'Основы алгоритмизации', '2026-11-20'));
  const before = await todaysColumn(page);
  const card = await openCard(page);
  await card.getByRole('button', { name: 'Добавить задание' }).click();
  await card.getByLabel('Название задания').fill('Лишнее');
  await card.getByRole('button', { name: 'Добавить', exact: true }).click();
  await card.getByRole('button', { name: '«точка» всем' }).click();
  await saved(page);
  expect(await todaysColumn(page)).not.toEqual(before);
  const remove = card.getByRole('button', { name: 'Удалить задание: Лишнее' });
  const dialog = page.getByRole('dialog', { name: 'Удалить задание · 20.11' });

  await today(students(page).first()).click();
  await page.keyboard.press('5');
  await saved(page);
  await remove.click();
  await expect(dialog).toContainText('стоят отметки: 1. Уберите их из клеток');
  await dialog.getByRole('button', { name: 'Понятно' }).click();
  await today(students(page).first()).click();
  await page.keyboard.press('Delete');

  await remove.click();
  await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(remove).toHaveCount(0);
  await saved(page);
  expect(await todaysColumn(page)).toEqual(before);
  await page.reload();
  await ready(page);
  expect(await todaysColumn(page)).toEqual(before);
});
