import type { Page } from '@playwright/test';
import { type College, expect, test } from '../support/e2e';
import { lessonOn, personOf, row, rows } from './college';

test.use({ of: 'timetable' });

const today = '2026-11-20';
const course = 'Основы алгоритмизации';
const taken = 'Расписание уже изменил другой сотрудник';
const entries = (page: Page) => page.locator('.hour-entry');

/** What is filled in a group's journals of a period, lesson by lesson. */
const filledIn = (college: College, group: number, period: number) =>
  rows(
    college,
    `SELECT l.id, l.date, l.class_period, l.topic, l.state, l.teacher_id, (SELECT count(*) FROM assignment a JOIN mark m ON m.assignment_id = a.id WHERE a.lesson_id = l.id) AS marks
     FROM lesson l WHERE l.group_id = $1 AND l.period_id = $2 AND (l.state <> 'planned' OR l.entered_at IS NOT NULL) ORDER BY l.id`,
    [group, period],
  );

test('R-041 R-043 T-105 a week is changed by keyboard, its clashes are told before, lessons are laid anew, a second dispatcher is told', async ({
  college,
  arrive,
}) => {
  const { group, period } = await lessonOn(college, 'ИСП-25-1', course, today);
  const address = `/timetable/week?group=${group}&period=${period}`;
  const page = await arrive('dispatcher');
  const second = await arrive('admin');
  await page.goto(address);
  await second.goto(address);
  const moved = entries(page).filter({ hasText: course }).first();
  const id = await moved.getAttribute('data-entry');

  // while it is in hand every hour says what stands in its way
  await moved.focus();
  await page.keyboard.press('Control+x');
  const busy = page.getByRole('button', { name: /^Перенести: .*(преподаватель занят|уже стоит)/ }).first();
  await busy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('В этот час уже занято, расписание не изменено.')).toBeVisible();
  await expect(page.locator(`[data-entry="${id}"]`)).toBeVisible();
  await page.locator(`[data-entry="${id}"]`).focus();
  await page.keyboard.press('Control+x');
  const free = page.getByRole('button', { name: /^Перенести: [^;]+$/ }).first();
  const hour = (await free.getAttribute('aria-label'))?.replace('Перенести: ', '') ?? '';
  await free.focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Изменено.')).toBeVisible();
  await expect(entries(page).filter({ hasText: hour })).toContainText(course);

  // the other dispatcher still has the former week on the screen
  await second.locator(`[data-entry="${id}"]`).focus();
  await second.keyboard.press('Delete');
  await expect(second.getByText(taken)).toBeVisible();
  await expect(entries(second).filter({ hasText: hour })).toContainText(course);

  // an hour is set in its dialog: the clash is there before anything is sent
  const empty = page.locator('.hour-empty').first();
  await empty.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Аудитория').fill('актовый зал');
  await expect(dialog.getByText(/^Действует с/)).toBeVisible();
  const choice = dialog.getByLabel('Дисциплина');
  for (const option of await choice.locator('option').all()) {
    await choice.selectOption((await option.getAttribute('value')) ?? '');
    if ((await dialog.getByText(/преподаватель занят|аудитория занята/).count()) === 0) break;
  }
  await dialog.getByRole('button', { name: 'Поставить' }).click();
  await expect(page.getByText('Поставлено.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Вернуть' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Возвращено.')).toBeVisible();

  const before = await filledIn(college, group, period);
  expect(before.length).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Разложить занятия' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Разложить' }).click();
  await expect(page.getByText('Занятия разложены по этой неделе.')).toBeVisible();
  expect(await filledIn(college, group, period)).toEqual(before);
  await page.goto(`/timetable?group=${group}&date=2026-11-30`);
  const cell = page.getByRole('table').getByText(course).first();
  await expect(cell).toBeVisible();
});

test('R-044 R-042 C-24 T-105 an absent teacher’s hole is filled with a free colleague, who sees the lesson; the group reads of it; the second to decide is told', async ({
  college,
  arrive,
}) => {
  const place = await lessonOn(college, 'ИСП-25-1', course, today);
  const absent = await row<{ name: string }>(
    college,
    `SELECT p.last_name || ' ' || left(p.first_name, 1) AS name FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = 'teacher'`,
  );
  const page = await arrive('dispatcher');
  await page.goto('/');
  await page.getByRole('button', { name: 'Отсутствует…' }).click();
  const away = page.getByRole('dialog', { name: 'Преподаватель отсутствует' });
  const who = away.locator('option').filter({ hasText: absent.name });
  await away.getByLabel('Преподаватель').selectOption((await who.getAttribute('value')) ?? '');
  await away.getByLabel('Причина').fill('больничный лист');
  await away.getByRole('button', { name: 'Записать' }).click();
  const hole = page
    .getByRole('table', { name: 'Занятия без преподавателя' })
    .getByRole('row')
    .filter({ hasText: 'ИСП-25-1' })
    .filter({ hasText: course })
    .first();
  await expect(hole).toBeVisible();
  const deputy = await arrive('deputy');
  await deputy.goto('/timetable/substitutions');

  await hole.getByRole('button', { name: 'Заменить…' }).click();
  const dialog = page.getByRole('dialog');
  const best = dialog.getByLabel('Свободны в этот час').locator('option').first();
  const substitute = Number(await best.getAttribute('value'));
  await expect(dialog.getByLabel('Причина')).toHaveValue('больничный лист');
  await dialog.getByRole('button', { name: 'Заменить' }).click();
  await expect(
    page.getByRole('table', { name: 'Изменения дня' }).getByRole('row').filter({ hasText: course }),
  ).toContainText('вместо');

  const late = deputy.getByRole('row').filter({ hasText: 'ИСП-25-1' }).filter({ hasText: course }).first();
  await late.getByRole('button', { name: 'Отменить…' }).click();
  const wish = deputy.getByRole('dialog');
  await wish.getByLabel('Приказ, номер').fill('99-к');
  await wish.getByRole('button', { name: 'Отменить занятие' }).click();
  await expect(wish.getByRole('alert')).toContainText(taken);
  await expect(wish.getByLabel('Приказ, номер')).toHaveValue('99-к');
  const kept = await row<{ state: string; teacher: number }>(
    college,
    'SELECT state, teacher_id AS teacher FROM lesson WHERE id = $1',
    [place.lesson],
  );
  expect(kept).toEqual({ state: 'planned', teacher: substitute });

  const { login } = await row<{ login: string }>(college, 'SELECT login FROM account WHERE person_id = $1', [
    substitute,
  ]);
  const colleague = await arrive(login);
  await colleague.goto('/');
  await expect(colleague.getByRole('region', { name: 'Объявления' })).toContainText('замена');
  await colleague.goto(`/journal/${place.section}?lesson=${place.lesson}`);
  await expect(colleague.getByRole('grid')).toBeVisible();

  const student = await arrive('student', { viewport: { width: 360, height: 740 } });
  await student.goto(`/diary/${await personOf(college, 'student')}`);
  await expect(student.locator('.diary-notices')).toContainText('ИСП-25-1: замена');
});

test('R-042 a notice is written to a group, read there and nowhere else, and taken down', async ({
  college,
  arrive,
}) => {
  const page = await arrive('dispatcher');
  await page.goto('/timetable');
  await page.getByRole('link', { name: 'Объявления' }).click();
  await page.getByRole('button', { name: 'Новое объявление…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новое объявление' });
  await dialog.getByLabel('Заголовок').fill('Экскурсия на завод');
  await dialog.getByLabel('Текст').fill('Сбор у входа в 9:00.\nНужен паспорт.');
  await dialog.getByLabel('Кому').selectOption({ label: 'группам: студентам, родителям и куратору' });
  await dialog.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'ИСП-25-1' }).check();
  await dialog.getByRole('button', { name: 'Опубликовать' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Экскурсия на завод' });
  await expect(line).toContainText('ИСП-25-1');
  const student = await arrive('student', { viewport: { width: 360, height: 740 } });
  const diary = `/diary/${await personOf(college, 'student')}`;
  await student.goto(diary);
  await expect(student.getByText('Нужен паспорт.')).toBeAttached();
  await line.getByRole('button', { name: 'Снять…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Снять с доски' }).click();
  await expect(line).toHaveCount(0);
  await student.goto(diary);
  await expect(student.getByText('Нужен паспорт.')).toHaveCount(0);
});
