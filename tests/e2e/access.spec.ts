import { expect, test } from '../support/e2e';
import { lessonOn, personOf, row } from './college';
import { openLesson } from './grid';

test.use({ of: 'access' });

/** What a role finds on its own page, and where that page is. */
const own: readonly (readonly [login: string, path: RegExp, heading: RegExp, work: RegExp])[] = [
  ['teacher', /\/$/, /^Пятница, 20 ноября$/, /Незаполненные занятия/],
  ['curator', /\/$/, /^Пятница, 20 ноября$/, /ИСП-25-1 сегодня/],
  ['deputy', /\/$/, /^Журналы групп$/, /Печать ведомости ИСП-25-1/],
  ['director', /\/$/, /^Журналы групп$/, /Печать ведомости ИСП-25-1/],
  ['depthead', /\/$/, /^Журналы групп$/, /Требуют действий|Внимание|В порядке/],
  ['studyoffice', /\/$/, /^Журналы групп$/, /Печать ведомости ИСП-25-1/],
  ['methodist', /\/$/, /^Журналы групп$/, /ИСП-25-1/],
  ['student', /\/diary\/\d+$/, /16–21 ноября/, /Давлетшина Алина/],
  ['parent', /\/diary\/\d+$/, /16–21 ноября/, /Арслан/],
  ['admin', /\/$/, /./, /Состояние/],
];

for (const [login, path, heading, work] of own) {
  test(`T-031 R-002 ${login} opens on the own work`, async ({ arrive }) => {
    const page = await arrive(login);
    await page.goto('/');
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.locator('body')).toContainText(work);
  });
}

test('T-022 R-007 R-008 R-009 a foreign address reads like a missing one', async ({ college, arrive, complaints }) => {
  complaints.expect(/status of 404/);
  const foreign = await lessonOn(college, 'ДО-26-1', 'История', '2026-11-18');
  const pupil = await personOf(college, 'student');
  const stranger = await row<{ id: number }>(
    college,
    `SELECT e.student_id AS id FROM enrollment e JOIN student_group g ON g.id = e.group_id
     WHERE g.name = 'ДО-26-1' ORDER BY e.student_id`,
  );
  const closed: Readonly<Record<string, readonly string[]>> = {
    teacher: [`/journal/${foreign.section}`, `/diary/${pupil}`, '/admin'],
    curator: [`/diary/${stranger.id}`, '/admin'],
    depthead: [`/journal/${foreign.section}`, `/diary/${pupil}`],
    methodist: [`/diary/${pupil}`, '/admin'],
    student: [`/diary/${stranger.id}`, '/journal', `/journal/${foreign.section}`, '/reports'],
    parent: [`/diary/${stranger.id}`, `/journal/${foreign.section}`, '/admin/regulation'],
    admin: [`/journal/${foreign.section}`, `/diary/${pupil}`, '/study/people'],
  };
  for (const [login, addresses] of Object.entries(closed)) {
    const page = await arrive(login);
    for (const address of [...addresses, '/journal/2147483647', '/nothing-here']) {
      const answer = await page.goto(address);
      expect(answer?.status(), `${login} at ${address}`).toBe(404);
      await expect(page.getByRole('heading', { name: 'Такой страницы нет или она вам не доступна' })).toBeVisible();
    }
  }
});

test('T-006 T-066 after signing out, Back shows nothing', async ({ college, arrive }) => {
  const page = await arrive('teacher', { viewport: { width: 1366, height: 768 } });
  await openLesson(page, await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20'));
  await page.getByRole('button', { name: 'Меню' }).click();
  await page.getByRole('link', { name: 'Журнал', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Журналы' })).toBeVisible();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByLabel('Логин')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Логин')).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('Давлетшина');
});

test('R-010 a group of the deputy leads to the journals of that group', async ({ arrive }) => {
  const page = await arrive('deputy');
  await page.goto('/');
  await page.getByRole('link', { name: 'ИСП-25-1', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['ИСП-25-1']);
  await page.getByRole('link', { name: /Основы алгоритмизации/ }).click();
  await expect(page.getByRole('grid', { name: /ИСП-25-1/ })).toHaveAttribute('aria-readonly', 'true');
});

test('R-001 nobody signed in is led to the sign-in and back to the page asked for', async ({ arrive }) => {
  const page = await arrive(null);
  for (const address of ['/', '/journal', '/diary', '/reports/period-ledger', '/admin']) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/login(\?|$)/);
  }
});

test('R-017 help opens at the section of the page and of the reader', async ({ college, arrive }) => {
  const { section, group } = await lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');
  for (const [login, from, heading] of [
    ['teacher', `/journal/${section}`, 'Заполнить занятие'],
    ['curator', `/attendance/${group}`, 'Указать причины отсутствия'],
    ['parent', '/security', 'Проверить свой вход'],
  ] as const) {
    const page = await arrive(login);
    await page.goto(from);
    await page.getByRole('link', { name: 'Справка', exact: true }).click();
    await expect(page.getByRole('heading', { name: heading })).toBeInViewport();
    await expect(page.locator(':target')).toHaveText(heading);
  }
});
