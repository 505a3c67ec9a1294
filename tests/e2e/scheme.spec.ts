import { expect, test } from '../support/e2e';
import { lessonOn, rows } from './college';
import { openLesson, saved } from './grid';

test.use({ of: 'scheme' });

/** A КТП of forty lines as it is copied in Excel, with one that lacks its hours. */
const table = [
  'Тема\tЧасы\tСодержание\tДЗ',
  'Раздел 1. Основы\t\t\t',
  ...Array.from({ length: 40 }, (_, at) => `Тема ${at + 1}\t${at === 7 ? '' : '2'}\tСодержание ${at + 1}\t§ ${at + 1}`),
].join('\n');

test('R-046 R-048 R-050 a КТП of forty lines is pasted, sent, returned, approved, and its topic taken with one key', async ({
  college,
  arrive,
}) => {
  const place = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  await rows(college, `UPDATE lesson SET planned_topic_id = NULL WHERE section_id = $1`, [place.section]);
  await rows(college, `UPDATE lesson SET topic = '', homework = '', homework_due_on = NULL WHERE id = $1`, [
    place.lesson,
  ]);
  await rows(college, `UPDATE course_section SET scheme_id = NULL WHERE id = $1`, [place.section]);

  const page = await arrive('teacher');
  await page.goto(`/study/schemes?section=${place.section}`);
  await page.getByRole('button', { name: 'Начать с пустого' }).click();
  await page.getByRole('button', { name: 'Вставить из Excel' }).click();
  const dialog = page.getByRole('dialog', { name: 'КТП из таблицы' });
  await dialog.getByLabel('Скопируйте таблицу').fill(table);
  await expect(dialog.getByText('Найдено: 40 тем')).toContainText('С ошибками: 1 строка');
  await expect(dialog.getByRole('cell', { name: 'Нет часов' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Перенести в КТП' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const hours = page.getByLabel('Часы, тема 8', { exact: true });
  await expect(hours).toHaveAttribute('aria-invalid', 'true');
  await hours.fill('2');
  await hours.press('Control+s');
  await expect(page.getByText('40 тем, 80 ч · сохранено')).toBeVisible();
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.getByText('на проверке', { exact: true })).toBeVisible();
  const address = page.url();

  const methodist = await arrive('methodist');
  await methodist.goto('/study/schemes');
  await methodist.getByRole('link', { name: /Основы алгоритмизации/ }).click();
  await methodist.getByRole('button', { name: 'Вернуть с замечаниями' }).click();
  await methodist.getByLabel('Что исправить').fill('Тема 1 должна называться «Введение»');
  await methodist.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await expect(methodist.getByText('возвращено', { exact: true })).toBeVisible();

  await page.goto(address);
  await expect(page.getByText('Тема 1 должна называться «Введение»').first()).toBeVisible();
  await page.getByLabel('Тема, тема 1', { exact: true }).fill('Введение');
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.getByText('на проверке', { exact: true })).toBeVisible();

  await methodist.reload();
  await methodist.getByRole('button', { name: 'Утвердить' }).click();
  await methodist.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click();
  await expect(methodist.getByText(/утверждено 20\.11\.2026/).first()).toBeVisible();

  await openLesson(page, place);
  await page.keyboard.press('*');
  await saved(page);
  const taken = await rows<{ topic: string; homework: string }>(
    college,
    `SELECT topic, homework FROM lesson WHERE id = $1`,
    [place.lesson],
  );
  expect(taken).toMatchObject([
    { topic: expect.stringMatching(/^(Введение|Тема \d+)$/), homework: expect.stringContaining('§') },
  ]);
});
