import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { lessonOn } from './college';
import { cursor, openCard, openLesson } from './grid';

test.use({ of: 'files' });

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const pdf = Buffer.from(`%PDF-1.7\n${'учебный материал '.repeat(40_000)}\n%%EOF\n`);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('R-069 R-135 T-035 T-047 a file goes from the lesson’s card to the student’s phone, and is gone when removed', async ({
  college,
  arrive,
  complaints,
}) => {
  complaints.expect(/status of (404|422)/);
  const teacher = await arrive('teacher', { viewport: { width: 1440, height: 1200 } });
  await openLesson(teacher, await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20'));
  const card = await openCard(teacher);
  await card.getByRole('button', { name: 'приложить файл' }).click();
  await card.getByLabel('к заданию').setInputFiles({ name: 'Практика\u202E № 19.pdf', mimeType: '', buffer: pdf });
  await expect(card.getByText('Файл приложен к заданию.')).toBeVisible();
  await expect(card.getByRole('link', { name: 'Практика № 19.pdf' })).toBeVisible();
  await card
    .getByLabel('к занятию')
    .setInputFiles({ name: 'a.txt', mimeType: '', buffer: Buffer.from('<svg onload=1>') });
  await expect(card.getByText(/не прикреплён.*веб-страница/)).toBeVisible();
  await expectAccessible(teacher);

  const student = await arrive('student', phone);
  await student.goto('/diary');
  const link = student.getByRole('link', { name: 'Практика № 19.pdf' });
  const [download] = await Promise.all([student.waitForEvent('download'), link.tap()]);
  expect(download.suggestedFilename()).toBe('Практика № 19.pdf');
  expect(readFileSync(await download.path()).equals(pdf)).toBe(true);
  await expectAccessible(student);

  const address = (await link.getAttribute('href')) ?? '';
  const headers = (await student.request.get(address)).headers();
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
  expect(headers['content-security-policy']).toMatch(/sandbox/);
  await card.getByRole('button', { name: 'Убрать файл Практика № 19.pdf' }).click();
  await card.getByRole('button', { name: 'да, убрать' }).click();
  await expect(card.getByText('Файл «Практика № 19.pdf» убран.')).toBeVisible();
  expect((await student.request.get(address)).status()).toBe(404);
});

test('T-028 Ctrl K finds a group, a student and a day and leads there by keys alone; a student has no such window', async ({
  college,
  arrive,
}) => {
  const place = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  const page = await arrive('curator');
  await page.goto('/journal');
  await page.keyboard.press('Control+KeyK');
  const field = page.getByRole('combobox', { name: 'Группа, студент, журнал или день' });
  await expect(field).toBeFocused();
  await page.keyboard.type('исп');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/groups\/\d+$/);
  await page.keyboard.press('Control+KeyK');
  await expect(field).toBeFocused();
  await page.keyboard.type('12.11');
  await expect(page.getByRole('option').first()).toContainText('посещаемость');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/attendance\/\d+\?date=2026-11-12$/);
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const teacher = await arrive('teacher', phone);
  await openLesson(teacher, place);
  await teacher.getByRole('button', { name: /^Найти/ }).tap();
  await expect(teacher.getByRole('combobox', { name: 'Группа, студент, журнал или день' })).toBeFocused();
  await teacher.keyboard.type('19.11 алгор');
  await teacher.getByRole('option').first().tap();
  await expect(teacher).toHaveURL(/\/journal\/\d+\?period=\d+&lesson=\d+$/);
  await expect(cursor(teacher)).toBeVisible();

  const student = await arrive('student');
  await student.goto('/diary');
  await expect(student.getByRole('button', { name: /^Найти/ })).toHaveCount(0);
});
