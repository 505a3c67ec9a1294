import { expect, test } from '../support/e2e';

test.use({ of: 'plans' });

const table = [
  'Индекс\tНаименование\t1 семестр\t\t2 семестр\t',
  '\t\tч\tк\tч\tк',
  'ООД\tОбщеобразовательный цикл\t100\t\t100\t',
  'ООД.01\tРусский язык\t34\tЗ\t44\tЭ',
  'ООД.02\tИстория\tсорок\tЗ\t30\tДЗ',
].join('\n');

test('R-024 T-100 a plan is pasted, typed on by keyboard, checked, and two editors do not overwrite each other', async ({
  arrive,
}) => {
  const page = await arrive('studyoffice');
  await page.goto('/study/curricula');
  await page.getByRole('button', { name: 'Новый план…' }).click();
  await page.getByLabel('Год набора').fill('2031');
  await page.getByLabel('За основу').selectOption('0');
  await page.getByRole('button', { name: 'Начать план' }).click();
  await page.waitForURL(/curricula\/\d+$/);

  await page.getByRole('button', { name: 'Вставить план из Excel…' }).click();
  await page.getByLabel('Скопированная таблица').fill(table);
  await expect(page.getByText('E5 «сорок»: это не число часов')).toHaveCount(0);
  await expect(page.getByText('C5 «сорок»: это не число часов от 0 до 1500')).toBeVisible();
  await page.getByRole('button', { name: 'Поставить в таблицу' }).click();
  const cell = (row: number, id: string) => page.locator(`[data-row="${row}"][data-cell="${id}"]`);
  await expect(cell(0, 'hours2')).toHaveValue('44');

  await cell(1, 'hours1').focus();
  await page.keyboard.type('40');
  await page.keyboard.press('Control+Enter');
  await expect(cell(2, 'index')).toBeFocused();
  await page.keyboard.type('ооД. 03');
  await page.keyboard.press('ArrowRight');
  await expect(cell(2, 'name')).toBeFocused();
  await page.keyboard.type('Математика');
  await cell(2, 'hours1').focus();
  await page.keyboard.type('68');
  await page.keyboard.press('ArrowRight');
  await expect(cell(2, 'control1')).toBeFocused();
  await page.keyboard.type('Ъ');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'План не сохранён: строка 3' })).toBeVisible();
  await cell(2, 'control1').fill('э');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Сохранено' })).toBeVisible();

  const other = await arrive('deputy');
  await other.goto(page.url());
  const foreign = other.locator('[data-row="2"][data-cell="hours1"]');
  await foreign.fill('70');
  await other.getByRole('button', { name: 'Сохранить' }).click();
  await expect(other.getByRole('button', { name: 'Сохранено' })).toBeVisible();
  await cell(0, 'hours1').fill('36');
  await cell(2, 'hours1').fill('66');
  await page.keyboard.press('Control+s');
  const merge = page.getByRole('status').filter({ hasText: 'Пока вы правили, план сохранён' });
  await expect(merge).toContainText('ООД.03, 1 семестр, часы: у вас «66», записано «70»');
  await expect(cell(0, 'hours1')).toHaveValue('36');
  await expect(cell(2, 'hours1')).toHaveValue('66');
  await merge.getByRole('button', { name: 'Взять записанное' }).click();
  await expect(cell(2, 'hours1')).toHaveValue('70');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('button', { name: 'Сохранено' })).toBeVisible();
});

test('R-025 R-026 a teacher is changed from a day on by an order, in the browser', async ({ arrive }) => {
  const page = await arrive('deputy');
  await page.goto('/study/load');
  await page.getByRole('link', { name: 'ИСП-23-1' }).click();
  await page.getByRole('button', { name: 'Сменить…' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Сменить преподавателя' });
  await dialog.getByLabel('Кому').selectOption({ index: 3 });
  await dialog.getByLabel('С какого числа').fill('2020-01-01');
  await dialog.getByLabel('Приказ №').fill('77-н');
  await dialog.getByRole('button', { name: 'Передать журнал' }).click();
  await expect(dialog.getByRole('alert')).toContainText('можно передать с');
  await expect(dialog.getByLabel('Приказ №')).toHaveValue('77-н');
  await page.goto('/study/load/orders');
  await expect(page.getByText('77-н')).toHaveCount(0);
});
