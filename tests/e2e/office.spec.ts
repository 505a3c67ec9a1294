import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { personOf, row } from './college';

test.use({ of: 'contingent' });

async function mark(page: Page, day: string, kind: string, name: string, weekday?: string): Promise<void> {
  await page.getByRole('button', { name: 'Отметить дни…' }).click();
  await page.getByLabel('Первый день').fill(day);
  await page.getByLabel('Что это за дни').selectOption({ label: kind });
  if (weekday) await page.getByLabel('Занятия по расписанию').selectOption({ label: weekday });
  await page.getByLabel('Название').fill(name);
  await page.getByRole('button', { name: 'Записать' }).click();
}

test('R-027 R-028 a day off, a moved day and other bells reach the student; the second of two editors is told', async ({
  college,
  arrive,
}) => {
  const page = await arrive('studyoffice');
  await page.goto('/study/calendar');
  const late = await arrive('deputy');
  await late.goto('/study/calendar');
  await mark(page, '2026-12-08', 'выходные, праздник, каникулы', 'День колледжа');
  await expect(page.getByRole('row', { name: /День колледжа/ })).toBeVisible();
  await mark(page, '2026-12-12', 'рабочие вместо другого дня', 'За вторник 8 декабря', 'вторника');
  await expect(page.getByRole('row', { name: /по расписанию вторника/ })).toBeVisible();
  await mark(late, '2026-12-08', 'сокращённые', 'Концерт');
  await expect(late.getByRole('dialog').getByRole('alert')).toContainText('только что изменил другой');
  await expect(late.getByLabel('Название')).toHaveValue('Концерт');

  await page.getByRole('link', { name: 'Звонки' }).click();
  await expect(page.getByRole('heading', { name: 'Звонки', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Изменить…' }).first().click();
  await page.getByLabel('Начало 2-й пары').fill('10:20');
  const end = await page.getByLabel('Конец 2-й пары').inputValue();
  await page.getByLabel('Конец 2-й пары').fill('10:18');
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('2-я пара кончается раньше, чем начинается');
  await page.getByLabel('Конец 2-й пары').fill(end);
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByText(`10:20–${end}`)).toBeVisible();

  const student = await arrive('student');
  await student.goto(`/diary/${await personOf(college, 'student')}/timetable?date=2026-12-08`);
  const day = (name: RegExp) => student.getByRole('region', { name });
  await expect(day(/вторник, 8/i)).toContainText('День колледжа');
  await expect(
    day(/суббота, 12/i)
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await expect(student.getByText('10:20').first()).toBeVisible();
});

test('R-027 a practice is entered, moved for its groups and taken out', async ({ arrive }) => {
  const page = await arrive('studyoffice');
  await page.goto('/study/calendar/graph');
  await page.getByRole('button', { name: 'Добавить в график…' }).click();
  await page.getByLabel('Название').fill('УП.01');
  await page.getByLabel('Первый день').fill('2026-12-07');
  await page.getByLabel('Последний день').fill('2026-12-12');
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Отметьте курс или группы');
  await page.getByRole('checkbox', { name: 'ИСП-25-1', exact: true }).check();
  await page.getByRole('button', { name: 'Записать' }).click();
  const line = page.getByRole('row', { name: /практика, УП\.01/ });
  await expect(line).toContainText('07.12–12.12.2026');
  await line.getByRole('button', { name: 'Изменить…' }).click();
  await page.getByLabel('Последний день').fill('2026-12-19');
  await page.getByRole('button', { name: 'Записать' }).click();
  await expect(line).toContainText('07.12–19.12.2026');
  await line.getByRole('button', { name: 'Убрать…' }).click();
  await page.getByRole('button', { name: 'Убрать', exact: true }).click();
  await expect(line).toHaveCount(0);
});

test('R-039 R-002 R-023 a teacher is hired, gets a second position, leaves and is taken back; the check list leads to what she lacks', async ({
  college,
  arrive,
}) => {
  const page = await arrive('secretary');
  await page.goto('/study/structure/staff');
  await page.getByRole('button', { name: 'Принять сотрудника…' }).click();
  await page.getByLabel('Фамилия').last().fill('Ястребова');
  await page.getByLabel('Имя').fill('Майя');
  await page.getByLabel('Пол').selectOption({ label: 'женский' });
  await page.getByLabel('Должность по приказу').fill('Преподаватель');
  await page.getByRole('button', { name: 'Принять', exact: true }).click();
  const line = page.getByRole('row', { name: /Ястребова Майя/ });
  await line.getByRole('button', { name: 'Назначить…' }).click();
  await page.getByLabel('Должность по приказу').fill('Методист по практике');
  await page.getByLabel('Функции').selectOption({ label: 'методист' });
  await page.getByRole('button', { name: 'Назначить', exact: true }).click();
  await expect(line).toContainText('Методист по практике');
  await line.getByRole('button', { name: 'Уволить…' }).click();
  await page.getByRole('button', { name: 'Записать увольнение' }).click();
  await line.getByRole('button', { name: 'Отменить увольнение…' }).click();
  await page.getByRole('button', { name: 'Отменить увольнение', exact: true }).click();
  await expect(line.getByRole('button', { name: 'Уволить…' })).toBeVisible();
  const held = await row<{ roles: string }>(
    college,
    `SELECT string_agg(s.role::text, ' ' ORDER BY s.id) AS roles FROM staff_position s JOIN person p ON p.id = s.staff_id
     WHERE p.last_name = 'Ястребова' AND s.ends_on IS NULL`,
  );
  expect(held.roles).toBe('teacher methodist');
  await page.goto('/study/readiness');
  await page
    .getByRole('row', { name: /Обучение преподавателей/ })
    .getByRole('link', { name: 'исправить' })
    .click();
  await expect(page.getByRole('heading', { name: 'Ещё не обучены' })).toBeVisible();
});
