import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { readPdf } from '../support/read-pdf';
import { startWorkerProcess } from '../support/worker-process';
import { ready, rowOf, students as rows, saved, today, todaysColumn, todaysRecord } from './grid';
import {
  approvePlan,
  checkReadiness,
  fillGroups,
  giveLoad,
  layLessons,
  openYear,
  writeScheme,
} from './new-college-office';
import { act, bring, deadLinks, firstSignIn, ownPassword, printSlips } from './new-college-steps';
import * as tables from './new-college-tables';
import { typist } from './typist';

test.describe.configure({ mode: 'serial' });
test.use({ of: 'new-college', begins: '2026-08-17 09:00', password: ownPassword });
test.setTimeout(240_000);

const { course, group, students } = tables;
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const names = (page: Page) => rows(page).locator('th[scope="row"]').allTextContents();
/** Days of the month of all columns of the journal, as the head has them. */
const days = (page: Page) =>
  page.getByRole('grid').locator('thead tr.dy th:not(.ms, .db, .av, .pr, .fi)').allTextContents();

/** Into the lesson that is going on, from the start page. */
async function openLessonGoingOn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: `Продолжить 1-ю пару, ${group}` }).click();
  await ready(page);
}

test('R-002 R-004 R-021 R-024 R-025 R-030 R-040 R-041 R-048 a new college comes from empty to its first lesson by import and screens', async ({
  college,
  arrive,
}) => {
  const worker = await startWorkerProcess(['src/cli/main.ts', 'worker'], { databaseUrl: college.database.runtimeUrl });
  const slips = new Map<string, string>();
  const come = async (login: string, options?: Parameters<typeof arrive>[1]) => {
    const page = await arrive(null, options);
    await firstSignIn(page, { login, password: slips.get(login) ?? '' });
    return page;
  };

  await test.step('the administrator brings the staff and gives everybody a slip', async () => {
    const page = await arrive(null);
    await firstSignIn(page, college.first ?? { login: '', password: '' });
    await expect(page.getByRole('region', { name: 'С чего начать' })).toBeVisible();
    expect(await deadLinks(page)).toEqual([]);
    await bring(page, 'Сотрудники', { text: tables.staff, rows: 8 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Выдайте им листки с доступом' }).click();
    for (const [login, password] of await printSlips(page)) slips.set(login, password);
    expect(slips.size).toBe(8);
  });

  const [office, deputy, dispatcher, methodist, teacher] =
    await test.step('each signs in and is led into nothing', async () => {
      const logins = ['belova.mi', 'sokolova.ap', 'guseva.op', 'zorina.ey', 'ivanova.is'] as const;
      const pages = await Promise.all(logins.map((login) => come(login)));
      for (const [place, page] of pages.entries())
        if (logins[place] !== 'zorina.ey') expect(await deadLinks(page), logins[place]).toEqual([]);
      await Promise.all(['orlov.pa', 'fedorov.go'].map((login) => come(login)));
      return pages as [Page, Page, Page, Page, Page];
    });

  await test.step('the study office opens the year and enters what groups are made of', () => openYear(office));

  await test.step('the deputy approves the plan', () => approvePlan(deputy));

  await test.step('the study office makes the groups and fills them', () => fillGroups(office));

  await test.step('the deputy divides the group and gives the load by an order', () => giveLoad(deputy));

  await test.step('the dispatcher rings the bells and lays the lessons', () => layLessons(dispatcher));

  await test.step('the teacher writes the КТП, the methodist approves it', () => writeScheme(teacher, methodist));

  await test.step('the list of readiness says what is still missing', () => checkReadiness(office));

  await college.at('2026-08-31 12:00');
  await test.step('the curator prints the slips of the group before the first of September', async () => {
    const page = await arrive('ivanova.is');
    await page.goto('/');
    await page.getByRole('link', { name: 'Доступ' }).click();
    for (const [login, password] of await printSlips(page)) slips.set(login, password);
    expect(slips.size).toBe(15);
  });

  await college.at('2026-09-01 08:40');
  await test.step('the first lesson', async () => {
    const page = await arrive('ivanova.is');
    await openLessonGoingOn(page);
    expect(await names(page)).toEqual(students);
    expect((await days(page)).slice(0, 4).map(Number.parseFloat)).toEqual([1, 4, 8, 11]);
    const keys = await typist(page);
    await keys.press('5', 'ArrowDown', 'н', 'Insert');
    await saved(page);
    expect(await todaysColumn(page)).toEqual(['5', '', 'н', '', '', '']);
    expect(await todaysRecord(page)).toEqual({ topic: 'Алгоритм 1', homework: '§ 1' });
  });

  await test.step('at home it stands in the diary', async () => {
    const lessonOf = (page: Page) =>
      page.getByRole('region', { name: 'Вторник, 1 сентября' }).getByRole('listitem').filter({ hasText: course });
    const student = await come('abramov.di', phone);
    await expect(lessonOf(student).locator('.mark')).toHaveText('5');
    await expect(lessonOf(student)).toContainText('Задано: § 1');
    const mother = await come('volkova.il', phone);
    await expect(lessonOf(mother).getByTitle('отсутствует, причина не указана')).toHaveText('н');
  });
  expect(await worker.kill('SIGTERM')).toBe(0);
});

test('R-027 R-031 R-033 R-044 R-045 R-076 R-112 a year’s changes flow into journal, diary and ledger', async ({
  college,
  arrive,
}) => {
  await college.at('2026-09-08 08:05');
  await test.step('the dispatcher finds a substitute for this morning', async () => {
    const page = await arrive('guseva.op');
    await page.goto('/');
    const absence = { Преподаватель: 'Иванова', Причина: 'больничный лист', 'Приказ, номер': '27-л' };
    await act(page.getByRole('button', { name: 'Отсутствует…' }), absence, 'Записать');
    const hole = page.getByRole('row', { name: new RegExp(course) });
    await act(hole.getByRole('button', { name: 'Заменить…' }), { 'Свободны в этот час': 'Фёдоров' }, 'Заменить');
    await expect(page.getByRole('region', { name: 'Решено' })).toContainText('Фёдоров');
  });

  await test.step('the study office moves a Friday to Saturday', async () => {
    const page = await arrive('belova.mi');
    await page.goto('/study/calendar');
    const free = { 'Первый день': '2026-09-18', 'Что это за дни': 'выходные', Название: 'День города' };
    await act(page.getByRole('button', { name: 'Отметить дни…' }), free, 'Записать');
    await page.getByRole('button', { name: 'Отметить дни…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Первый день').fill('2026-09-19');
    await dialog.getByLabel('Что это за дни').selectOption('workday');
    await dialog.getByLabel('Занятия по расписанию').selectOption('5');
    await dialog.getByLabel('Название').fill('За пятницу 18 сентября');
    await dialog.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByRole('row', { name: /За пятницу 18 сентября/ })).toContainText('по расписанию пятницы');
  });

  await college.at('2026-09-08 08:40');
  await test.step('the substitute fills this lesson and no other', async () => {
    const page = await arrive('fedorov.go');
    await openLessonGoingOn(page);
    expect((await days(page)).slice(0, 7)).toEqual(['1', '4!', '8з', '11', '15', '19', '22']);
    const keys = await typist(page);
    await rowOf(page, 'Громова').locator('td').nth(1).click();
    await keys.press('4');
    await expect(page.locator('.jg-notice')).toBeVisible();
    await today(rowOf(page, 'Громова')).click();
    await keys.press('4', 'Insert');
    await saved(page);
    expect(await todaysColumn(page)).toEqual(['', '', '', '4', '', '']);
  });

  await college.at('2026-09-19 08:40');
  await test.step('the moved day is taught and read at home', async () => {
    const page = await arrive('ivanova.is');
    await openLessonGoingOn(page);
    await today(rowOf(page, 'Ершова')).click();
    const keys = await typist(page);
    await keys.press('3', 'Insert');
    await saved(page);
    const student = await arrive('abramov.di', phone);
    await student.goto('/diary');
    await expect(student.getByRole('region', { name: 'Суббота, 19 сентября' })).toContainText(course);
    await student.goto(`${new URL(student.url()).pathname}?date=2026-09-18`);
    await expect(student.getByRole('region', { name: 'Пятница, 18 сентября' })).toContainText('День города');
    await student.goto(`${new URL(student.url()).pathname}?date=2026-09-08`);
    await expect(student.getByRole('region', { name: 'Вторник, 8 сентября' })).toContainText('Фёдоров');
  });

  await college.at('2026-09-21 09:00');
  await test.step('the study office enters a leave of a week ago', async () => {
    const page = await arrive('belova.mi');
    await page.goto('/study/orders');
    await page.getByRole('link', { name: 'Ввести приказ' }).click();
    await page.getByLabel('Какой приказ').selectOption({ label: 'академический отпуск' });
    await page.getByLabel('Откуда').selectOption({ label: group });
    await page.getByRole('checkbox', { name: 'Ершова Полина Игоревна' }).check();
    await page.getByLabel('Номер', { exact: true }).fill('31-с');
    await page.getByLabel('Действует с').fill('2026-09-14');
    await page.getByRole('button', { name: 'Проверить приказ' }).click();
    await expect(page.getByText(/теряют основание/)).toBeVisible();
    await page.getByRole('button', { name: 'Ввести приказ' }).click();
    await expect(page.getByRole('heading', { name: 'Приказ № 31-с от 21.09.2026' })).toBeVisible();
  });

  await test.step('the deputy hands a journal over and divides anew from October', async () => {
    const page = await arrive('sokolova.ap');
    await page.goto('/study/load');
    await page.getByRole('link', { name: group }).click();
    const journal = page.getByRole('row', { name: new RegExp(`ОП.01 ${course}`) });
    const other = { Кому: 'Фёдоров', 'С какого числа': '2026-10-01', 'Приказ №': '40-н' };
    await act(journal.getByRole('button', { name: 'Сменить…' }), other, 'Передать журнал');
    await expect(journal).toContainText('с 01.10.2026');
    await page.getByRole('link', { name: 'Подгруппы' }).click();
    await page.getByLabel('Показать на день и менять с него').fill('2026-10-01');
    await page.getByRole('button', { name: 'Показать' }).click();
    await page.getByRole('radio', { name: 'Волков Егор: 2-я подгруппа' }).check();
    await page.getByRole('button', { name: 'Сохранить с 01.10.2026: 1' }).click();
    await expect(page.getByText('Сохранено: 1 студент.')).toBeVisible();
  });

  await college.at('2026-10-02 08:40');
  await test.step('the new teacher finds rows, dates and the closed row as they must be', async () => {
    const page = await arrive('fedorov.go');
    await openLessonGoingOn(page);
    expect(await names(page)).toEqual(students);
    const closed = rowOf(page, 'Ершова').locator('td.cl');
    await expect(closed).toHaveAttribute('title', 'академический отпуск с 14.09.2026 · приказ № 31-с');
    await expect(rowOf(page, 'Ершова')).toContainText('приказ № 31-с0 / 0–');
    const keys = await typist(page);
    await keys.press('5', 'Insert');
    await saved(page);
    expect(await todaysColumn(page)).toEqual(['5', '', '', '', '', null]);
    const former = await arrive('ivanova.is');
    await former.goto('/');
    await expect(former.getByRole('link', { name: /Продолжить/ })).toHaveCount(0);
  });

  await test.step('who went into the other subgroup is in its journal from that day on', async () => {
    const page = await arrive('orlov.pa');
    await page.goto('/journal');
    await page
      .getByRole('listitem')
      .filter({ hasText: '2-я подгруппа' })
      .getByRole('link', { name: /Иностранный/ })
      .click();
    await ready(page);
    expect(await names(page)).toEqual(['Волков Егор', ...students.slice(3)]);
    await expect(rowOf(page, 'Волков').locator('td.cl')).toHaveAttribute('title', 'другая подгруппа');
  });

  await test.step('the ledger tells all of it', async () => {
    const page = await arrive('sokolova.ap');
    await page.goto('/reports');
    await page.getByRole('link', { name: 'Ведомость успеваемости' }).click();
    await page.getByLabel('Группа').selectOption({ label: group });
    await page.getByRole('button', { name: 'Показать' }).click();
    await page.getByRole('button', { name: 'Напечатать и внести в реестр' }).click();
    await expect(page.getByText(/^Ведомость № .+, страниц: \d+/)).toBeVisible();
    const paper = await page
      .getByRole('link', { name: /PDF|Открыть/ })
      .first()
      .getAttribute('href');
    const text = (await readPdf(await (await page.request.get(paper ?? '')).body())).map((one) => one.text).join('\n');
    for (const words of [...students.map((name) => name.split(' ')[0] ?? ''), '31-с', 'Алгоритм 1', '19.09'])
      expect(text).toContain(words);
    for (const words of ['Иванова Ирина Сергеевна', 'Фёдоров Глеб Олегович', 'больничный лист'])
      expect(text).toContain(words);
    expect(text).not.toContain('18.09');
  });
});
