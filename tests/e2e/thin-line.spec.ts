import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { readPdf } from '../support/read-pdf';
import { awake } from './awake';
import { ready, rowOf, saved, today, todaysRecord } from './grid';
import { typist } from './typist';

test.use({ of: 'thin-line' });

const course = 'Основы алгоритмизации и программирования';
const student = 'Давлетшина Алина';
const ledger = '/api/reports/period-ledger/pdf';

async function signInByForm(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await awake(page, 'Войти');
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill('demo-2026');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** From the start page into the lesson that is going on. */
async function openLessonGoingOn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Пятница, 20 ноября' })).toBeVisible();
  await page.getByRole('link', { name: 'Продолжить 2-ю пару, ИСП-25-1' }).click();
  await ready(page);
}

test('T-001 R-001 R-050 R-059 R-079 R-129 R-138 R-142 the thin line: taught, read at home, printed, verified', async ({
  college,
  arrive,
}) => {
  await college.at('2026-11-20 10:20');
  const written = await test.step('the teacher fills the lesson that is going on', async () => {
    const page = await arrive(null);
    await signInByForm(page, 'teacher');
    await openLessonGoingOn(page);
    const keys = await typist(page);
    await today(rowOf(page, student)).click();
    await keys.press('5', 'ArrowUp', 'н');
    await expect(today(rowOf(page, student))).toHaveText('н,5');
    await keys.press('Insert');
    await saved(page);
    const record = await todaysRecord(page);
    expect(record.topic).not.toBe('');
    expect(record.homework).not.toBe('');
    await awake(page, 'Выйти');
    await page.getByRole('button', { name: 'Выйти' }).click();
    await expect(page.getByLabel('Логин')).toBeVisible();
    return record;
  });

  await test.step('the mother reads it on her phone', async () => {
    const page = await arrive(null, {
      viewport: { width: 360, height: 740 },
      locale: 'ru-RU',
      isMobile: true,
      hasTouch: true,
    });
    await signInByForm(page, 'parent');
    await page.waitForURL(/\/diary\/\d+$/);
    await expect(page.getByRole('navigation', { name: 'Дети' }).getByRole('link')).toHaveCount(2);
    const day = page.getByRole('region', { name: 'Пятница, 20 ноября' });
    const lesson = day.getByRole('listitem').filter({ has: page.getByRole('heading', { name: course }) });
    await expect(lesson.locator('.mark')).toHaveText('5');
    await expect(lesson.getByTitle('отсутствует, причина не указана')).toHaveText('н');
    await expect(lesson).toContainText(written.topic);
    await expect(lesson).toContainText(`Задано: ${written.homework}`);
  });

  const verification = await test.step('the deputy looks at the ledger and prints it', async () => {
    const page = await arrive(null);
    await signInByForm(page, 'deputy');
    await page.getByRole('link', { name: 'Печать ведомости ИСП-25-1' }).click();
    const preview = page.getByTitle('Предварительный просмотр ведомости');
    await expect(preview).toBeVisible();
    await expect
      .poll(() =>
        page
          .frames()
          .map((frame) => frame.url())
          .join(),
      )
      .toContain(ledger);
    const pdf = await page.request.get((await preview.getAttribute('src')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const text = (await readPdf(await pdf.body())).map((one) => one.text).join('\n');
    expect(text).toContain('ПРОЕКТ');
    expect(text).toContain('Давлетшина');
    await awake(page, 'Напечатать и внести в реестр');
    await page.getByRole('button', { name: 'Напечатать и внести в реестр' }).click();
    await expect(page.getByText(/^Ведомость № .+, страниц: \d+/)).toBeVisible();
    const registered = page.getByRole('region', { name: 'Реестр напечатанного' }).getByRole('row').nth(1);
    await expect(registered).toContainText('Сорокина');
    const link = registered.locator('a[href^="/verify/"]');
    await expect(link).toBeVisible();
    return (await link.getAttribute('href')) ?? '';
  });

  const visitor = await arrive(null);
  await visitor.goto(verification);
  await expect(visitor.getByText('совпадают с напечатанным')).toBeVisible();
  await expect(visitor.getByRole('main')).not.toContainText('Давлетшина');

  await test.step('the teacher alters the mark', async () => {
    const page = await arrive(null);
    await signInByForm(page, 'teacher');
    await openLessonGoingOn(page);
    await today(rowOf(page, student)).click();
    await page.keyboard.press('4');
    await expect(today(rowOf(page, student))).toHaveText('н,4');
    await saved(page);
  });
  await visitor.reload();
  await expect(visitor.getByText('Не совпадает')).toBeVisible();
});
