import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { lessonOn, personOf, row } from '../e2e/college';
import { openLesson, ready } from '../e2e/grid';
import { type College, expect, test } from '../support/e2e';
import { demoDate } from '../support/e2e-template';

test.use({ of: 'guides' });
test.setTimeout(120_000);

const desk = { viewport: { width: 1366, height: 720 } };
const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const course = 'Основы алгоритмизации';

/** The window as it is, or only its upper `height` px. */
async function picture(page: Page, name: string, height?: number): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    window.scrollTo(0, 0);
  });
  const size = page.viewportSize();
  const clip = size && height ? { x: 0, y: 0, width: size.width, height } : undefined;
  const file = path.join('docs', 'guides', 'images', `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', ...(clip ? { clip } : {}) });
}

/** Opens an address and waits for what the picture is about. */
async function open(page: Page, address: string, shown: (page: Page) => Locator): Promise<void> {
  await page.goto(address);
  await expect(shown(page).first()).toBeVisible();
}

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name });
const informatics = (college: College) => lessonOn(college, 'ИСП-25-1', course, demoDate);

test('teacher', async ({ college, arrive }) => {
  const page = await arrive('teacher', desk);
  await open(page, '/', heading(/^Пятница/));
  await picture(page, 'teacher-today', 368);
  const place = await informatics(college);
  await openLesson(page, place);
  await picture(page, 'teacher-journal', 345);
  const small = await arrive('teacher', phone);
  await small.goto(`/journal/${place.section}?lesson=${place.lesson}`);
  await ready(small);
  await picture(small, 'teacher-phone', 560);
});

test('parent and student', async ({ college, arrive }) => {
  const page = await arrive('parent', phone);
  const child = await personOf(college, 'student');
  await open(page, `/diary/${child}`, (one) => one.getByRole('navigation', { name: 'Дни недели' }));
  await picture(page, 'diary-phone', 580);
  await page.goto(`/diary/${child}/subjects`);
  await page.getByRole('link', { name: new RegExp(`^${course}`) }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^${course}`) })).toBeVisible();
  await picture(page, 'subject-phone', 540);
  // what the curator finds in the morning
  await page.goto(`/diary/${child}/absences`);
  await page.getByText('Сообщить об отсутствии').tap();
  await page.getByLabel('Первый день').fill(demoDate);
  await page.getByLabel('Последний день').fill(demoDate);
  await page.getByLabel('Почему').selectOption({ label: 'болезнь' });
  await page.getByRole('button', { name: 'Отправить куратору' }).tap();
  await expect(page.getByText('Отправлено куратору')).toBeVisible();
});

test('curator', async ({ college, arrive }) => {
  await college.at(`${demoDate} 15:00`);
  const { group } = await informatics(college);
  const page = await arrive('curator', desk);
  await open(page, '/', heading('Заявки родителей'));
  await picture(page, 'curator-today', 460);
  const sheet = (one: Page) => one.getByRole('grid', { name: /^Посещаемость/ });
  await open(page, `/attendance/${group}?date=2026-11-19`, sheet);
  await picture(page, 'curator-day', 520);
  await open(page, `/groups/${group}/parents`, heading('Родители в дневнике'));
  await picture(page, 'curator-parents', 480);
  const small = await arrive('curator', phone);
  await open(small, `/attendance/${group}?date=2026-11-19`, sheet);
  await picture(small, 'curator-phone');
});

test('deputy', async ({ college, arrive }) => {
  // the former year has its final marks
  const { group, period } = await row<{ group: number; period: number }>(
    college,
    `SELECT l.group_id AS "group", l.period_id AS period FROM lesson l JOIN student_group g ON g.id = l.group_id
     WHERE g.name = 'ИСП-25-1' AND l.date < '2025-12-01' ORDER BY l.id LIMIT 1`,
  );
  const page = await arrive('deputy', desk);
  await open(page, '/', heading('Журналы групп'));
  await picture(page, 'deputy-groups', 560);
  await open(page, '/year', heading('Группы и периоды'));
  await picture(page, 'deputy-year', 640);
  await open(page, `/reports/summary-ledger?group=${group}&period=${period}`, (one) => one.locator('main table'));
  await picture(page, 'deputy-summary', 640);
});

test('dispatcher', async ({ college, arrive }) => {
  await college.at(`${demoDate} 09:00`);
  const { group, period } = await informatics(college);
  const page = await arrive('dispatcher', desk);
  await open(page, `/timetable/week?group=${group}&period=${period}`, heading(/^Неделя/));
  // in hand: every hour says what stands in its way
  await page.locator('.hour-entry').filter({ hasText: course }).first().focus();
  await page.keyboard.press('Control+x');
  await expect(page.getByText('Выберите час')).toBeVisible();
  await picture(page, 'dispatcher-week', 500);
  await open(page, '/timetable/substitutions', heading('Замены'));
  await page.getByRole('button', { name: 'Отсутствует…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Преподаватель').selectOption({ label: 'Хабибуллина Г. Р.' });
  await dialog.getByLabel('По какой день').fill('2026-11-25');
  await dialog.getByLabel('Причина').fill('больничный лист');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByRole('table', { name: 'Занятия без преподавателя' })).toBeVisible();
  await picture(page, 'dispatcher-substitutions', 480);
});

test('administrator', async ({ arrive }) => {
  const page = await arrive('admin', desk);
  await open(page, '/admin/accounts', heading('Учётные записи'));
  await picture(page, 'admin-accounts', 480);
  await open(page, '/admin/regulation', heading('Положение о журнале'));
  await picture(page, 'admin-regulation', 560);
  await open(page, '/admin/backup', heading('Резервные копии'));
  await picture(page, 'admin-backup', 420);
});
