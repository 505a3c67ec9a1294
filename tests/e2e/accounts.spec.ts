import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { readPdf } from '../support/read-pdf';
import { personOf, row, rows } from './college';

test.use({ of: 'accounts' });

/** Presses the button that gives a file with slips and reads the first one-time password in it. */
async function passwordOnSlip(page: Page, button: string | RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const pages = await readPdf(readFileSync(await download.path()));
  const text = pages.map((one) => one.text).join(' ');
  return /([A-Z2-9]{4}-){2}[A-Z2-9]{4}/.exec(text)?.[0] ?? 'no password on the slip';
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
}

test('T-012 R-006 a curator’s slip signs in once, the student sets a password of her own', async ({
  college,
  arrive,
}) => {
  const student = await row<{ login: string; name: string }>(
    college,
    `SELECT a.login, p.last_name || ' ' || p.first_name AS name FROM enrollment e JOIN student_group g ON g.id = e.group_id
     JOIN person p ON p.id = e.student_id JOIN account a ON a.person_id = p.id
     WHERE g.name = 'ИСП-25-1' AND e.ends_on IS NULL AND a.login <> 'student' ORDER BY p.last_name, p.first_name`,
  );
  const curator = await arrive('curator');
  await curator.goto('/');
  await curator.getByRole('link', { name: 'Доступ' }).click();
  await curator.getByRole('checkbox', { name: new RegExp(`^${student.name}`) }).check();
  const password = await passwordOnSlip(curator, 'Выдать и сохранить листки');
  await expect(curator.getByText('Пароли нигде больше не хранятся')).toBeVisible();
  await expect(curator.getByRole('cell', { name: 'пароль заменён' })).toBeVisible();

  const page = await arrive(null);
  await signIn(page, student.login, password.toLowerCase());
  await expect(page).toHaveURL(/\/password$/);
  await page.goto('/diary');
  await expect(page).toHaveURL(/\/password$/);
  await page.getByLabel('С листка').fill(password);
  await page.getByLabel('Новый', { exact: true }).fill('белый слон у реки');
  await page.getByLabel('Ещё раз').fill('белый слон у реки');
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await expect(page).toHaveURL(/\/diary\/\d+$/);
});

test('T-006 T-011 R-004 the administrator closes an account after typing the password, with effect at the next click', async ({
  college,
  arrive,
}) => {
  const [teacher, admin] = [await arrive('teacher'), await arrive('admin')];
  await teacher.goto('/journal');
  await admin.goto('/admin/accounts?q=teacher');
  await rows(college, `UPDATE session SET password_at = password_at - interval '11 minutes'`);
  await admin.goto(`/admin/accounts/${await personOf(college, 'teacher')}`);
  await admin.getByLabel('Причина').fill('пароль узнали посторонние');
  await admin.getByRole('button', { name: 'Закрыть учётную запись' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Подтвердите паролем' });
  await dialog.getByLabel('Пароль').fill('demo-2026');
  await dialog.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(admin.getByRole('button', { name: 'Открыть учётную запись' })).toBeVisible();
  await teacher.goto('/journal');
  await expect(teacher).toHaveURL(/\/login/);
  await admin.getByRole('button', { name: 'Открыть учётную запись' }).click();
  await expect(admin.getByRole('button', { name: 'Закрыть учётную запись' })).toBeVisible();
});

test('R-003 R-014 rights are changed by ticking and stand in the audit', async ({ arrive }) => {
  const admin = await arrive('admin');
  await admin.goto('/admin/rights');
  await admin.getByRole('checkbox', { name: 'печатать ведомости: методист' }).check();
  await admin.getByRole('button', { name: 'Записать' }).click();
  await expect(admin.getByRole('button', { name: 'Записать' })).toHaveCount(0);
  await admin.goto('/admin/audit');
  await expect(admin.getByRole('row', { name: /изменение прав/ }).first()).toBeVisible();
});

test('C-09 a new version of the regulation shows what it changes; nonsense is refused by place', async ({ arrive }) => {
  const admin = await arrive('admin');
  await admin.goto('/admin/regulation/edit');
  await admin.getByLabel('«4» от').fill('4.8');
  await admin.getByRole('button', { name: 'Показать, что изменится' }).click();
  await expect(admin.getByText('Границы среднего: Границы пересекаются')).toBeVisible();
  await admin.getByLabel('«4» от').fill('3.60');
  await admin.getByRole('button', { name: 'Показать, что изменится' }).click();
  await expect(admin.getByRole('row', { name: /Границы среднего/ })).toContainText('«4» от 3,60');
  await admin.getByRole('button', { name: /^Ввести в действие/ }).click();
  await expect(admin).toHaveURL(/\/admin\/regulation$/);
  await expect(admin.getByText('«4» от 3,60')).toBeVisible();
});

test('R-012 announced technical works stand over every page until they are called off', async ({ arrive }) => {
  const admin = await arrive('admin');
  await admin.goto('/admin');
  await admin.getByLabel('Пояснение').fill('Переезд сервера.');
  await admin.getByRole('button', { name: 'Объявить работы' }).click();
  await expect(admin.getByRole('row', { name: /22:00/ })).toContainText('объявлены');
  const reader = await arrive('methodist');
  await reader.goto('/');
  const band = reader.getByRole('complementary', { name: 'Технические работы' });
  await expect(band).toContainText('с 22:00 до 23:00');
  await admin.getByRole('button', { name: /^Отменить/ }).click();
  await expect(admin.getByRole('row', { name: /22:00/ })).toContainText('отменены');
  await reader.reload();
  await expect(band).toHaveCount(0);
});

test('T-009 R-013 everybody sees the own sign-ins and ends them all', async ({ arrive }) => {
  const [one, other] = [await arrive('parent'), await arrive('parent')];
  await one.goto('/security');
  await expect(one.getByRole('button', { name: 'Завершить' })).toHaveCount(1);
  await one.getByRole('button', { name: 'Выйти на всех устройствах' }).click();
  await expect(one).toHaveURL(/\/login/);
  await other.goto('/diary');
  await expect(other).toHaveURL(/\/login/);
});
