import { expect, test } from '../support/e2e';
import { lessonOn } from './college';
import { openLesson, rowOf, saved } from './grid';

test.use({ of: 'period-grade' });

const course = 'Основы алгоритмизации и программирования';

test('R-091 R-092 the average opens to its marks and the formula', async ({ college, arrive }) => {
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-1', course, '2026-11-20'));
  const row = rowOf(page, 'Давлетшина Алина');
  const average = (await row.locator('td.av').textContent()) ?? '';
  expect(average).toMatch(/^[2-5],\d\d$/);
  await row.locator('td.fi').click();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Средний балл ${average} · Давлетшина Алина` });
  await expect(dialog).toContainText(new RegExp(`[=→] ${average}`));
  const listed = (await dialog.locator('dd').last().textContent())?.split(', ') ?? [];
  const values = listed.map((mark) => Number(mark.at(-1)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean.toFixed(2).replace('.', ',')).toBe(average);
  await expect(dialog).toContainText('Предлагается');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('R-093 R-094 R-130 a period grade against the proposal needs a reason; published, it stands in the diary', async ({
  college,
  arrive,
}) => {
  const pupil = await arrive('student');
  const openSubject = async () => {
    await pupil.goto('/diary');
    await pupil.getByRole('link', { name: 'Предметы' }).click();
    await pupil.getByRole('link', { name: course }).click();
    await expect(pupil.getByRole('heading', { name: course })).toBeVisible();
  };
  const page = await arrive('teacher');
  await openLesson(page, await lessonOn(college, 'ИСП-25-1', course, '2026-11-20'));
  const row = rowOf(page, 'Давлетшина Алина');
  const proposed = await row.locator('td.pr').textContent();
  const given = proposed === '5' ? '4' : '5';
  await row.locator('td.fi').click();
  await page.keyboard.press(given);
  const reason = page.getByRole('dialog', { name: `Итоговая ${given} · Давлетшина Алина` });
  await reason.getByLabel('Обоснование').fill('Призёр областной олимпиады');
  await page.keyboard.press('Enter');
  await expect(row.locator('td.fi')).toHaveText(`${given}≠`);
  await saved(page);
  await openSubject();
  await expect(pupil.getByText('Итоговая нет')).toBeVisible();

  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать: 1' }).click();
  await expect(page.getByText('Опубликовано в дневнике: 1 отметка.')).toBeVisible();
  await openSubject();
  await expect(pupil.getByText(`Итоговая ${given}`)).toBeVisible();
  await expect(pupil.getByText('Призёр областной олимпиады')).toBeVisible();
});
