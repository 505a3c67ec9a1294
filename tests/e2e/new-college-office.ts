import { expect, type Page } from '@playwright/test';
import { act, bring } from './new-college-steps';
import * as tables from './new-college-tables';

const { course, group } = tables;

/** The year with its semesters, a department, a programme and its plan. */
export async function openYear(office: Page): Promise<void> {
  await office.goto('/study/calendar');
  await act(office.getByRole('button', { name: 'Открыть учебный год…' }), {}, 'Открыть');
  await expect(office.getByRole('rowheader', { name: 'II семестр' })).toBeVisible();
  await office.goto('/study/structure');
  const department = { Название: 'Отделение информационных технологий' };
  await act(office.getByRole('button', { name: 'Добавить отделение…' }), department, 'Записать');
  const programme = { Код: '09.02.07', Название: 'Информационные системы', Квалификация: 'программист' };
  await act(office.getByRole('button', { name: 'Добавить программу…' }), programme, 'Записать');
  await bring(office, 'Учебные планы', { text: tables.curriculum, rows: 3 });
}

/** From then on the plan changes by orders alone. */
export async function approvePlan(deputy: Page): Promise<void> {
  await deputy.goto('/study/curricula');
  await deputy.getByRole('link', { name: /09\.02\.07/ }).click();
  await act(deputy.getByRole('button', { name: 'Утвердить…' }), {}, 'Утвердить');
  await expect(deputy.getByText('утверждён 17.08.2026')).toBeVisible();
}

/** Groups with periods, students with parents, a curator. */
export async function fillGroups(office: Page): Promise<void> {
  await bring(office, 'Группы', { text: tables.groups, rows: 2 });
  await office.goto('/study/calendar/graph');
  for (const period of ['I семестр', 'II семестр'])
    await office.getByRole('button', { name: `${period}: отметить всем`, exact: true }).click();
  await office.getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(office.getByRole('button', { name: 'Записать', exact: true })).toHaveCount(0);
  await bring(office, 'Студенты и родители', { text: tables.people, rows: 7 });
  await office.goto('/study/people');
  await expect(office.getByRole('row', { name: /Абрамов Денис Ильич/ })).toContainText(group);
  await office.goto('/study/structure/groups');
  const line = office.getByRole('row', { name: new RegExp(`^${group}`) });
  await expect(line).toContainText('+6 с 01.09.2026');
  await expect(line).toContainText('Иванова Ирина Сергеевна');
}

/** Subgroups, who teaches what, and the order behind it. */
export async function giveLoad(deputy: Page): Promise<void> {
  await deputy.goto('/study/load');
  await deputy.getByRole('link', { name: group }).click();
  await deputy.getByRole('link', { name: 'Подгруппы' }).click();
  await expect(deputy.getByLabel('Показать на день и менять с него')).toHaveValue('2026-09-01');
  await deputy.getByLabel('Для чего').fill('Иностранный язык');
  await deputy.getByRole('button', { name: 'Разделить поровну с 01.09.2026' }).click();
  await expect(deputy.getByRole('radio', { name: 'Волков Егор: 1-я подгруппа' })).toBeChecked();
  await bring(deputy, 'Нагрузка', { text: tables.load, rows: 4 });
  await deputy.goto('/study/load');
  const order = { 'Приказ №': '12-н' };
  await act(deputy.getByRole('button', { name: 'Утвердить приказом… (4)' }), order, 'Утвердить нагрузку');
}

/** Bells, rooms, the week from a table and by hand, lessons in the journals. */
export async function layLessons(dispatcher: Page): Promise<void> {
  await dispatcher.goto('/study/calendar/bells');
  await dispatcher.getByRole('button', { name: 'Добавить звонки…' }).click();
  await dispatcher.getByLabel('Название').fill('Обычные');
  await dispatcher.getByRole('button', { name: 'Ещё пара' }).click();
  await dispatcher.getByLabel('Начало 2-й пары').fill('10:15');
  await dispatcher.getByLabel('Конец 2-й пары').fill('11:50');
  await dispatcher.getByRole('button', { name: 'Записать' }).click();
  await expect(dispatcher.getByRole('region', { name: 'Обычные' })).toContainText('10:15–11:50');
  await bring(dispatcher, 'Кабинеты', { text: tables.rooms, rows: 3 });
  await bring(dispatcher, 'Расписание', { text: tables.timetable, rows: 4 });
  await dispatcher.goto('/timetable/week');
  await expect(dispatcher.getByRole('heading', { name: `Неделя ${group}` })).toBeVisible();
  const place = { Дисциплина: 'Информационные технологии', Аудитория: '214' };
  await act(dispatcher.getByRole('button', { name: 'Поставить: четверг, 1-я пара' }), place, 'Поставить');
  await act(dispatcher.getByRole('button', { name: 'Разложить занятия' }), {}, 'Разложить');
  await expect(dispatcher.getByText('Занятия разложены по этой неделе.')).toBeVisible();
}

/** Pasted from a spreadsheet, sent, approved. */
export async function writeScheme(teacher: Page, methodist: Page): Promise<void> {
  await teacher.goto('/');
  await teacher.getByRole('region', { name: 'КТП' }).getByRole('link', { name: course }).click();
  await teacher.getByRole('button', { name: 'Начать с пустого' }).click();
  await teacher.getByRole('button', { name: 'Вставить из Excel' }).click();
  const dialog = teacher.getByRole('dialog', { name: 'КТП из таблицы' });
  await dialog.getByLabel('Скопируйте таблицу').fill(tables.scheme);
  await dialog.getByRole('button', { name: 'Перенести в КТП' }).click();
  await teacher.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(teacher.getByText('на проверке', { exact: true })).toBeVisible();
  await methodist.goto('/study/schemes');
  await methodist.getByRole('link', { name: new RegExp(course) }).click();
  await act(methodist.getByRole('button', { name: 'Утвердить' }), {}, 'Утвердить');
  await expect(methodist.getByText(/утверждено 17\.08\.2026/).first()).toBeVisible();
}

/** What is there is ready, what was left out is named. */
export async function checkReadiness(office: Page): Promise<void> {
  await office.goto('/study/readiness');
  const check = (title: string) => office.getByRole('row', { name: new RegExp(`^${title}`) });
  for (const title of [
    'Учебные периоды',
    'Расписание звонков',
    'Списки групп',
    'Учебные планы утверждены',
    'Периоды групп',
  ])
    await expect(check(title), title).toContainText('готово');
  for (const title of [
    'Учётные записи',
    'Преподаватели назначены',
    'Расписание недели',
    'Занятия разложены',
    'Кабинеты',
  ])
    await expect(check(title), title).toContainText('готово');
  await expect(check('Кураторы')).toContainText(`нет куратора: ${tables.secondGroup}`);
}
