import { expect, type Locator, type Page } from '@playwright/test';
import type { LessonPlace } from './college';

/** Opens a journal with the cursor in a lesson and waits until keys work. */
export async function openLesson(page: Page, { section, lesson }: LessonPlace): Promise<void> {
  await page.goto(`/journal/${section}?lesson=${lesson}`);
  await ready(page);
}

/** The grid has taken the keyboard. */
export async function ready(page: Page): Promise<void> {
  await expect(cursor(page)).toBeFocused();
}

export const cursor = (page: Page): Locator => page.locator('[data-cursor]');

/** Rows of students in the order of the list; closed rows included. */
export const students = (page: Page): Locator => page.getByRole('grid').locator('tbody tr');

export const rowOf = (page: Page, name: string): Locator => students(page).filter({ hasText: name });

/** Today's cell of a row. */
export const today = (row: Locator): Locator => row.locator('td.tc');

/** What stands in today's column, row by row; null where the row is closed. */
export function todaysColumn(page: Page): Promise<(string | null)[]> {
  return students(page).evaluateAll((rows) => rows.map((row) => row.querySelector('td.tc')?.textContent ?? null));
}

/** Today's lesson on the right page, which a small screen keeps behind a tab: topic and homework as written there. */
export async function todaysRecord(page: Page): Promise<{ topic: string; homework: string }> {
  const cells = page.locator('.jg-right tr.now td');
  const homework = (await cells.nth(5).textContent()) ?? '';
  return { topic: (await cells.nth(4).textContent()) ?? '', homework: homework.replace(/ до \d\d\.\d\d$/, '') };
}

/** Everything typed is on the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo').getByText(/^Сохранено в \d\d:\d\d$/)).toBeVisible();
}

/** «Карточка занятия», opened by Enter. */
export async function openCard(page: Page): Promise<Locator> {
  await page.keyboard.press('Enter');
  const card = page.getByRole('complementary', { name: 'Карточка занятия' });
  await expect(card.getByRole('button', { name: 'Закрыть карточку' })).toBeVisible();
  return card;
}
