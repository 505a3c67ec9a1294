import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { startWorkerProcess } from '../support/worker-process';
import { rows } from './college';

test.use({ of: 'import' });

const titles = [
  ...['Группа', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Телефон'],
  ...['Зачислен с', 'Приказ №', 'Дата приказа'],
];
const order = ['20.11.2026', '777-с', '19.11.2026'];
const good = ['ИСП-25-1', 'Ромашкина', 'Вера', 'Олеговна', '14.05.2009', '8 (917) 123-45-67', ...order];
const bad = ['ИСП-25-1', 'Васильков', 'Олег', 'Ильич', '31.02.2009', '', ...order];
const table = (sign: string, ...lines: string[][]) => [titles, ...lines].map((cells) => cells.join(sign)).join('\r\n');

/** The worker's turn comes within a second; on a machine with other work it may wait. */
const job = { timeout: 45_000 };

async function open(page: Page): Promise<void> {
  await page.goto('/study');
  await page.getByRole('link', { name: 'Загрузка и выгрузка таблиц' }).click();
  await page.getByRole('link', { name: 'Студенты и родители' }).click();
  await expect(page.getByRole('link', { name: 'Студенты и родители' })).toHaveAttribute('aria-current', 'page');
}

async function paste(page: Page, text: string): Promise<void> {
  await open(page);
  await page.getByLabel('Или вставьте строки из Excel').fill(text);
  await page.getByRole('button', { name: 'Проверить вставленное' }).click();
}

test('R-040 T-106 a list of students is checked row by row, written whole, and once', async ({ arrive, college }) => {
  test.setTimeout(120_000);
  const worker = await startWorkerProcess(['src/cli/main.ts', 'worker'], { databaseUrl: college.database.runtimeUrl });
  const page = await arrive('studyoffice');
  await paste(page, table('\t', good, bad));
  const wrong = page.getByRole('cell', { name: /31\.02\.2009/ });
  await expect(wrong).toContainText('Даты «31.02.2009» нет в календаре', job);
  await expect(page.getByRole('button', { name: 'Записать' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Отбросить' }).click();
  await expect(page).toHaveURL(/\/study\/import$/);

  await open(page);
  const buffer = Buffer.from(`\uFEFF${table(';', good)}`);
  await page.getByLabel('Файл таблицы').setInputFiles({ name: 'зачисление.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('row', { name: /Ромашкина/ })).toContainText('появится', job);
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByText('Записано. Строк: новых 1.')).toBeVisible(job);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Отчёт XLSX' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Отчёт о загрузке \d+\.xlsx$/);
  const enrolled = `SELECT g.name FROM enrollment e JOIN person p ON p.id = e.student_id
    JOIN student_group g ON g.id = e.group_id WHERE p.last_name = 'Ромашкина'`;
  expect(await rows(college, enrolled)).toEqual([{ name: 'ИСП-25-1' }]);

  await paste(page, table('\t', good));
  await expect(page.getByText('Всё это уже есть в базе, записывать нечего.')).toBeVisible(job);
  expect(await worker.kill('SIGTERM')).toBe(0);
});
