import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { personOf, row } from './college';

test.use({ of: 'curator' });
test.describe.configure({ mode: 'serial' });

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** What axe finds against WCAG 2.2 AA, in short. */
async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function isNarrow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

const group = (page: Page) => page.getByRole('link', { name: 'Моя группа' });

test('R-084 a parent reports an absence from the phone and sees what becomes of it', async ({ college, arrive }) => {
  const page = await arrive('parent', phone);
  const child = await personOf(college, 'student');
  await page.goto(`/diary/${child}/absences`);
  await page.getByText('Сообщить об отсутствии').tap();
  await page.getByLabel('Первый день').fill('2026-11-18');
  await page.getByLabel('Последний день').fill('2026-11-19');
  await page.getByLabel('Почему').selectOption({ label: 'болезнь' });
  await page.getByLabel('Пояснение').fill('были у врача');
  await page.getByRole('button', { name: 'Отправить куратору' }).tap();
  await expect(page.getByText('Отправлено куратору')).toBeVisible();
  const sent = page.getByRole('listitem').filter({ hasText: 'были у врача' });
  await expect(sent).toContainText('ждёт ответа куратора');
  expect(await isNarrow(page)).toBe(true);
  // a control half under the tabs at the foot is not a small one
  await page.setViewportSize({ width: 360, height: 4000 });
  expect(await violations(page)).toEqual([]);
});

test('R-080 R-083 R-084 the curator’s morning: a note with one key, the day by keyboard, several days', async ({
  college,
  arrive,
}) => {
  const page = await arrive('curator', { viewport: { width: 1366, height: 768 } });
  await page.goto('/');
  await page.getByRole('button', { name: /^Принять «б»\s?: Давлетшина Алина/ }).press('Enter');
  await expect(page.getByText(/Давлетшина Алина: «б» поставлено по \d/)).toBeVisible();
  await page.goto((await group(page).getAttribute('href')) ?? '');
  await page.getByRole('link', { name: /^Раньше: четверг/ }).click();
  const grid = page.getByRole('grid', { name: 'Посещаемость, ИСП-25-1' });
  await expect(grid.getByRole('row', { name: /Давлетшина Алина/ })).toContainText('болезнь 18.11–19.11');
  const open = grid.getByRole('row', { name: /Николаева Софья/ });
  await open
    .getByRole('gridcell', { name: /причина не указана/ })
    .first()
    .click();
  await page.keyboard.press('KeyE');
  await page.keyboard.press('KeyG');
  await page.keyboard.press('Space');
  await expect(open).not.toContainText('причины нет');
  await expect(page.getByText(/^Сохранено в/)).toBeVisible();
  const { reasons } = await row<{ reasons: string[] }>(
    college,
    `SELECT array_agg(DISTINCT ev.reason) AS reasons FROM attendance_event ev JOIN lesson l ON l.id = ev.lesson_id
     JOIN person p ON p.id = ev.student_id WHERE l.date = '2026-11-19' AND p.last_name = 'Николаева'
       AND p.first_name = 'Софья' AND ev.presence = 'absent'`,
  );
  expect(reasons).toEqual(['valid']);
  await page.setViewportSize({ width: 1366, height: 1600 });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('С', { exact: true }).fill('2026-11-17');
  await dialog.getByLabel(/Есть документ/).check();
  await dialog.getByRole('button', { name: 'Поставить' }).click();
  await expect(page.getByText(/Николаева Софья: «б» поставлено по \d/)).toBeVisible();
});

test('R-126 R-127 the group’s marks and its parents, at the desk and on a phone', async ({ arrive }) => {
  const page = await arrive('curator');
  await page.goto('/');
  const day = (await group(page).getAttribute('href')) ?? '';
  const places = [day, day.replace('attendance', 'groups'), `${day.replace('attendance', 'groups')}/parents`];
  for (const place of places) {
    await page.goto(place);
    expect.soft(await violations(page), place).toEqual([]);
  }
  const small = await arrive('curator', phone);
  for (const place of places) {
    await small.goto(place);
    expect.soft(await isNarrow(small), place).toBe(true);
  }
  await page.goto(places[1] ?? '');
  await page
    .getByRole('row', { name: /Ершов Матвей/ })
    .getByRole('link', { name: /^\d,\d\d$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/diary\/\d+\/subjects\/\d+\?period=\d+/);
});
