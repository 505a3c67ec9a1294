import { expect, test } from '../support/e2e';
import { lessonOn } from './college';
import { openCard, openLesson, students } from './grid';
import { violations } from './violations';

test.use({ of: 'axe' });
test.setTimeout(180_000);

test('pages for everybody are accessible', async ({ arrive, complaints }) => {
  complaints.expect(/status of 404/);
  const page = await arrive(null);
  for (const address of ['/login', '/privacy', '/accessibility', '/verify/0000000000000000']) {
    await page.goto(address);
    expect.soft(await violations(page), address).toEqual([]);
  }
  const teacher = await arrive('teacher');
  await teacher.goto('/nothing-here');
  expect(await violations(teacher)).toEqual([]);
});

test('R-056 card and dialogs of the journal are accessible', async ({ college, arrive }) => {
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20'));
  for (const keys of [['?'], ['Shift+Enter'], ['End', 'Enter']]) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect.soft(await violations(page), keys.join()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  expect.soft(await violations(page), 'publication').toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Не сейчас' }).click();
  await students(page).first().locator('td.tc').click();
  // a control half scrolled out of the card is not a small one
  await page.setViewportSize({ width: 1440, height: 1400 });
  const card = await openCard(page);
  expect.soft(await violations(page), 'card').toEqual([]);
  await card.getByRole('button', { name: 'Закрыть карточку' }).click();
});

test('R-056 the journal on a small screen is accessible', async ({ college, arrive }) => {
  const page = await arrive('teacher', { viewport: { width: 360, height: 740 } });
  const { section } = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  await page.goto(`/journal/${section}`);
  for (const name of ['Темы и задания', 'Отметки']) {
    await page.getByRole('button', { name, exact: true }).click();
    expect.soft(await violations(page), name).toEqual([]);
  }
});
