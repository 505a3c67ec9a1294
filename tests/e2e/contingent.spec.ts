import { expect, test } from '../support/e2e';
import { row } from './college';

test.use({ of: 'contingent' });

test('R-033 R-032 the study office enters an order, sees what it takes away, and undoes it by another', async ({
  college,
  arrive,
}) => {
  const student = await row<{ id: number; name: string; group_id: number }>(
    college,
    `SELECT s.id, concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS name, e.group_id FROM enrollment e JOIN student s ON s.id = e.student_id
     JOIN person p ON p.id = s.id JOIN student_group g ON g.id = e.group_id WHERE g.name = 'ИСП-25-1' AND e.ends_on IS NULL
     AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id) ORDER BY p.last_name, p.first_name`,
  );
  const page = await arrive('studyoffice');
  await page.goto('/study');
  await page.getByRole('link', { name: 'Приказы по контингенту' }).click();
  await page.getByRole('link', { name: 'Ввести приказ' }).click();
  await page.getByLabel('Какой приказ').selectOption({ label: 'отчисление' });
  await page.getByLabel('Откуда').selectOption({ label: 'ИСП-25-1' });
  await page.getByRole('checkbox', { name: student.name }).check();
  await page.getByRole('button', { name: 'Проверить приказ' }).click();
  await expect(page.getByText('Напишите номер приказа.')).toBeVisible();
  await page.getByLabel('Номер', { exact: true }).fill('77-с');
  await page.getByLabel('Действует с').fill('2026-11-16');
  await page.getByRole('button', { name: 'Проверить приказ' }).click();
  await expect(page.getByText(/теряют основание/)).toBeVisible();
  await page.getByRole('button', { name: 'Ввести приказ' }).click();
  await expect(page.getByRole('heading', { name: 'Приказ № 77-с от 20.11.2026' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'ИСП-25-1, последний день 15.11.2026' })).toBeVisible();

  await page.goto(`/study/groups/${student.group_id}?date=2026-11-16`);
  await expect(page.getByRole('row', { name: /выбыл из группы № 77-с/ })).toBeVisible();
  await page.goto('/study/orders?q=77-с');
  await page.getByRole('link', { name: '№ 77-с от 20.11.2026' }).click();
  await page.getByLabel('Номер отменяющего приказа').fill('78-с');
  await page.getByRole('button', { name: 'Проверить отмену' }).click();
  await page.getByRole('button', { name: 'Отменить приказ' }).click();
  await expect(page.getByRole('link', { name: 'приказ № 78-с от 20.11.2026' })).toBeVisible();
  await page.goto(`/study/groups/${student.group_id}`);
  await expect(page.getByRole('link', { name: student.name })).toBeVisible();
});

test('R-035 R-036 R-037 a parent tells of a new telephone, the curator accepts it and checks the card', async ({
  college,
  arrive,
}) => {
  const child = await row<{ id: number; name: string }>(
    college,
    `SELECT p.id, concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS name FROM account a JOIN person p ON p.id = a.person_id
     WHERE a.login = 'student'`,
  );
  const parent = await arrive('parent', { viewport: { width: 360, height: 740 } });
  await parent.goto(`/diary/${child.id}`);
  await parent.getByRole('link', { name: 'Данные' }).click();
  await parent.getByText(child.name).click();
  await parent.getByLabel('Телефон').first().fill('+7 927 123-45-67');
  await parent.getByRole('button', { name: 'Сообщить об изменении' }).first().click();
  await expect(parent.getByText('ждёт ответа')).toBeVisible();

  const curator = await arrive('curator');
  await curator.goto('/');
  await curator.getByRole('link', { name: /заявк\S+ жд[её]т/ }).click();
  await curator.getByRole('button', { name: `Принять заявку: ${child.name}` }).click();
  await expect(curator.getByText('Заявок нет.')).toBeVisible();
  await curator.goto(`/study/people/${child.id}`);
  await expect(curator.getByLabel('Телефон').first()).toHaveValue('+7 927 123-45-67');
  await curator.getByLabel('Адрес проживания').fill('Заречный, Садовая, 1');
  await curator.getByRole('checkbox', { name: 'особых обстоятельств нет' }).check();
  await curator.getByRole('button', { name: 'Сохранить карточку' }).click();
  await expect(curator.getByText(/Не хватает:/)).not.toContainText('адрес проживания');
  await curator.getByRole('button', { name: 'Данные сверены с семьёй' }).click();
  await expect(curator.getByText('сверена', { exact: true })).toBeVisible();
  await parent.reload();
  await expect(parent.getByText(/внесено/)).toBeVisible();
});
