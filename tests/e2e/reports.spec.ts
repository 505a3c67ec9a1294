import { unzipSync } from 'fflate';
import { expect, test } from '../support/e2e';
import { readXlsx } from '../support/read-sheets';
import { startWorkerProcess } from '../support/worker-process';

test.use({ of: 'reports' });
test.setTimeout(120_000);

test('R-117 T-045 the summary of a group: on the page, as a workbook, on a phone', async ({ arrive }) => {
  const page = await arrive('curator', { viewport: { width: 360, height: 740 } });
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Сводная ведомость' }).click();
  await page.getByLabel('Группа').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Показать' }).click();
  const table = page.getByRole('region', { name: 'Таблица' }).getByRole('table');
  await expect(table.getByRole('rowheader', { name: 'Успеваемость, %' })).toBeVisible();
  const students = await table.locator('tbody').getByRole('rowheader').allTextContents();
  expect(students.length).toBeGreaterThan(10);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const href = await page.getByRole('link', { name: 'Excel (XLSX)' }).getAttribute('href');
  const workbook = await page.request.get(href ?? '');
  expect(workbook.headers()['content-disposition']).toContain('attachment');
  const texts = readXlsx(await workbook.body())
    .flat()
    .map(({ value }) => value);
  expect(students.filter((student) => !texts.includes(student))).toEqual([]);
  const pdf = await page.request.get((href ?? '').replace('/xlsx?', '/pdf?'));
  expect(pdf.headers()['content-type']).toBe('application/pdf');
});

test('R-138 R-144 all groups of a department: begun, left, come back to, downloaded; another one cancelled', async ({
  college,
  arrive,
}) => {
  const worker = await startWorkerProcess(['src/cli/main.ts', 'worker'], { databaseUrl: college.database.runtimeUrl });
  const page = await arrive('studyoffice');
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Печать всех групп' }).click();
  const prints = page.getByRole('region', { name: 'Ваши печати' }).getByRole('listitem');
  await page.getByLabel('Отделение').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Напечатать все группы' }).click();
  await expect(prints).toHaveCount(1);
  await page.goto('/reports/register');
  await page.goto('/reports/college');
  const download = prints.first().getByRole('link', { name: 'Скачать пакет' });
  await expect(download).toBeVisible({ timeout: 90_000 });
  const zip = await page.request.get((await download.getAttribute('href')) ?? '');
  const papers = Object.keys(unzipSync(new Uint8Array(await zip.body())));
  expect(papers.length).toBeGreaterThan(1);
  await page.goto('/reports/register');
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(papers.length);

  await page.goto('/reports/college');
  await page.getByRole('button', { name: 'Напечатать все группы' }).click();
  await expect(prints).toHaveCount(2);
  await prints
    .first()
    .getByRole('button', { name: /^Отменить/ })
    .click();
  await expect(prints.first()).toContainText('отменено', { timeout: 30_000 });

  const admin = await arrive('admin');
  await admin.goto('/admin/jobs');
  await expect(admin.getByRole('row', { name: /Печать ведомостей всех групп/ })).toHaveCount(2);
  expect(await worker.kill('SIGTERM')).toBe(0);
});
