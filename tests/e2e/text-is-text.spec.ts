import { expect, test } from '../support/e2e';
import { lessonOn } from './college';
import { openCard, openLesson, saved, students } from './grid';
import { payloads } from './payloads';

test.use({ of: 'text-is-text' });
test.setTimeout(120_000);

const course = 'Основы алгоритмизации';

test('T-046 R-077 card, dialogs and the screen reader read payloads as text', async ({ college, arrive }) => {
  const place = await lessonOn(college, 'ИСП-25-1', course, '2026-11-20');
  const page = await arrive('teacher');
  await openLesson(page, place);
  for (const attack of payloads.slice(0, 10)) {
    const card = await openCard(page);
    const topic = card.getByLabel('Тема занятия');
    await topic.fill(attack);
    await topic.press('Enter');
    await saved(page);
    await expect(page.locator('.jg-right tr.now td').nth(4)).toHaveText(attack.trim());
    await topic.press('Escape');
  }
  const card = await openCard(page);
  await card.getByRole('button', { name: 'история изменений' }).click();
  for (const attack of payloads.slice(0, 10)) await expect(page.getByRole('dialog')).toContainText(attack);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
  await students(page).first().locator('td.tc').click();
  for (const key of ['End', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: /^Средний балл/ })).toBeVisible();
});
