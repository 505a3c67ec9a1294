import { expect, test } from '../support/e2e';
import { lessonOn, row } from './college';
import { openLesson, rowOf, saved, today } from './grid';
import { typist } from './typist';

test.use({ of: 'year' });

const course = 'Основы алгоритмизации и программирования';

test('R-022 T-082 a period is locked, opened again for one journal with a reason and a term, and the teacher works in it', async ({
  college,
  arrive,
}) => {
  const deputy = await arrive('deputy');
  await deputy.goto('/year');
  await expect(deputy.getByRole('heading', { name: 'Учебный год 2026/2027' })).toBeVisible();
  await deputy.getByLabel('ИСП-25-1', { exact: true }).check();
  await deputy.getByRole('button', { name: 'Закрыть период… (1)' }).click();
  const locking = deputy.getByRole('dialog', { name: 'Закрыть период' });
  await locking.getByLabel('Период').selectOption({ label: 'I семестр' });
  await locking.getByLabel('Причина').fill('Семестр проверен');
  await locking.getByRole('button', { name: 'Закрыть период' }).click();
  const cell = deputy.getByRole('link', { name: 'ИСП-25-1, I семестр' });
  await expect(cell).toContainText('закрыт 20.11');

  await cell.click();
  const place = deputy.getByRole('region', { name: 'ИСП-25-1, I семестр' });
  await expect(place.getByRole('table')).toContainText('Хабибуллина Г. Р.');
  await place.getByRole('button', { name: 'Открыть снова…' }).click();
  const reopening = deputy.getByRole('dialog', { name: 'Открыть закрытый период' });
  const { title } = await row<{ title: string }>(
    college,
    `SELECT i.index || ' ' || c.name AS title FROM curriculum_item i JOIN course c ON c.id = i.course_id WHERE c.name LIKE $1 LIMIT 1`,
    [`${course}%`],
  );
  await reopening.getByLabel('Журнал').selectOption({ label: title });
  await reopening.getByLabel('Последний день').fill('2026-11-23');
  await reopening.getByLabel('Причина').fill('Докладная № 4');
  await reopening.getByRole('button', { name: 'Открыть', exact: true }).click();
  await expect(cell).toContainText('открыт снова до 23.11');
  await expect(place).toContainText('Докладная № 4');

  const teacher = await arrive('teacher');
  await openLesson(teacher, await lessonOn(college, 'ИСП-25-1', course, '2026-11-20'));
  const pupil = today(rowOf(teacher, 'Давлетшина Алина'));
  await pupil.click();
  await (await typist(teacher)).press('н');
  await saved(teacher);
  await expect(pupil).toContainText('н');
});

test('R-021 R-022 the study office closes the year with a reason, undoes it, closes it and opens the next one', async ({
  college,
  arrive,
}) => {
  await college.at('2027-07-02 09:00');
  const office = await arrive('studyoffice');
  await office.goto('/year');
  await expect(office.getByText('Не хватает: не заполнено')).toBeVisible();
  const close = async (promotion: string) => {
    await office.getByRole('button', { name: 'Закрыть учебный год…' }).click();
    const dialog = office.getByRole('dialog', { name: 'Закрыть учебный год 2026/2027' });
    await dialog.getByLabel('Номер приказа о переводе').fill(promotion);
    await dialog.getByLabel('Номер приказа о выпуске').fill(`${promotion}/2`);
    await dialog.getByLabel('Почему год закрывается так').fill('Показательный год не доведён до конца');
    await dialog.getByRole('button', { name: 'Закрыть 2026/2027' }).click();
    await expect(office.getByRole('heading', { name: 'Учебный год закрыт' })).toBeVisible({ timeout: 30_000 });
  };
  await close('301-с');
  await office.getByRole('button', { name: 'Отменить закрытие…' }).click();
  const undoing = office.getByRole('dialog', { name: 'Отменить закрытие 2026/2027' });
  await undoing.getByLabel('Причина').fill('Не тот приказ');
  await undoing.getByRole('button', { name: 'Отменить закрытие' }).click();
  await expect(office.getByRole('heading', { name: 'Закрытие учебного года' })).toBeVisible();
  await close('302-с');
  await office.getByRole('button', { name: 'Открыть 2027/2028…' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Открыть 2027/2028' }).click();
  await expect(office.getByText('Следующий учебный год открыт')).toBeVisible({ timeout: 60_000 });
  await office.getByRole('link', { name: '2027/2028' }).click();
  await expect(office.getByRole('link', { name: 'ИСП-26-1, I семестр' })).toBeVisible();
  expect(await office.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
