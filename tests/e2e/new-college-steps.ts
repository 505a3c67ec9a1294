import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Credentials } from '../support/first-start';
import { readPdf } from '../support/read-pdf';
import { awake } from './awake';

/** What everybody chooses at the first sign-in. */
export const ownPassword = 'тихая гавань у семи сосен';

/** From the slip to the person's own start page, by the forms. */
export async function firstSignIn(page: Page, { login, password }: Credentials): Promise<void> {
  await page.goto('/');
  await awake(page, 'Войти');
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL('**/password');
  await awake(page, 'Задать пароль');
  await page.getByLabel('С листка').fill(password);
  await page.getByLabel('Новый', { exact: true }).fill(ownPassword);
  await page.getByLabel('Ещё раз').fill(ownPassword);
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await page.waitForURL((url) => url.pathname !== '/password');
}

/** Prints the slips that are chosen already and reads them. @returns one-time passwords by login */
export async function printSlips(page: Page): Promise<ReadonlyMap<string, string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Выдать и сохранить листки' }).click(),
  ]);
  const pages = await readPdf(readFileSync(await download.path()));
  const slips = pages.flatMap(({ text }) => [...text.matchAll(/Логин\s+(\S+)\s+Пароль\s+(\S+)/g)]);
  return new Map(slips.map(([, login = '', password = '']) => [login, password]));
}

type Fields = Readonly<Record<string, string>>;

/** Opens a dialog by its button, fills the fields by their labels and acts; over when the dialog is gone. */
export async function act(opener: Locator, fields: Fields, confirm: string): Promise<void> {
  await opener.click();
  const dialog = opener.page().getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await fill(dialog.getByLabel(label, { exact: true }), value);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Text into an input; of a choice the first option with these words. */
async function fill(field: Locator, value: string): Promise<void> {
  if ((await field.evaluate(({ tagName }) => tagName)) !== 'SELECT') return field.fill(value);
  const option = field.locator('option', { hasText: value }).first();
  await field.selectOption((await option.getAttribute('value')) ?? '');
}

/** The worker's turn comes within a second; on a machine with other work it may wait. */
const job = { timeout: 45_000 };

/** «Учебная часть» → a table pasted, looked at row by row, written. @param rows how many are new */
export async function bring(page: Page, kind: string, { text, rows }: { text: string; rows: number }): Promise<void> {
  await page.goto('/study');
  await page.getByRole('link', { name: 'Загрузка и выгрузка таблиц' }).click();
  const tab = page.getByLabel('Что загружается').getByRole('link', { name: kind, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByLabel('Или вставьте строки из Excel').fill(text);
  await page.getByRole('button', { name: 'Проверить вставленное' }).click();
  await expect(page.getByRole('cell', { name: 'появится' })).toHaveCount(rows, job);
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByText(`Записано. Строк: новых ${rows}.`)).toBeVisible(job);
}

const elsewhere = /^\/(_next|api|help|login|icon|manifest)|\.(css|js|png|svg|woff2)/;

/** Follows every link that the person is offered, from page to page, once to each page. @returns those that lead to nothing */
export async function deadLinks(page: Page): Promise<string[]> {
  const seen = new Set(['/']);
  const dead: string[] = [];
  for (const path of seen) {
    const answer = await page.request.get(path);
    if (answer.status() !== 200) dead.push(`${answer.status()} ${path}`);
    for (const [, link = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#?]*)/g))
      if (!elsewhere.test(link)) seen.add(link);
  }
  return dead;
}
