import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { tour } from './tour';

test.use({ of: 'phone' });
test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** Elements that stand out to the right, or that scroll sideways themselves. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent?.slice(0, 40)}`;
    const all = [...document.querySelectorAll('body, body *')];
    const scrolling = all.filter((one) => {
      const { overflowX } = getComputedStyle(one);
      return /auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth + 1;
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside =
      scrollWidth > clientWidth ? all.filter((one) => one.getBoundingClientRect().right > clientWidth + 1) : [];
    return [...scrolling.map((one) => `scrolls: ${name(one)}`), ...outside.map((one) => `outside: ${name(one)}`)];
  });
}

/** Targets below 44 × 44 px among those of a navigation. */
async function tooSmall(page: Page, navigation: string): Promise<string[]> {
  const links = page.getByRole('navigation', { name: navigation }).getByRole('link');
  return links.evaluateAll((all) =>
    all.flatMap((link) => {
      const { width, height } = link.getBoundingClientRect();
      return width >= 44 && height >= 44 ? [] : [`${link.textContent}: ${width} × ${height}`];
    }),
  );
}

for (const login of ['parent', 'student']) {
  test(`R-008 R-009 R-134 the diary of ${login} fits a phone of 360 px`, async ({ arrive }) => {
    const page = await arrive(login, phone);
    const kinds = new Set<string>();
    await tour(page, ['/diary'], kinds, async (kind) => {
      expect.soft(await tooWide(page), kind).toEqual([]);
      if (!kind.startsWith('/diary')) return;
      expect.soft(await tooSmall(page, 'Разделы дневника'), kind).toEqual([]);
      for (const navigation of ['Дети', 'Дни недели'])
        expect.soft(await tooSmall(page, navigation), `${kind} ${navigation}`).toEqual([]);
    });
    for (const part of ['subjects', 'subjects/#', 'absences', 'timetable'])
      expect([...kinds]).toContain(`/diary/#/${part}?`);
    expect([...kinds]).toContain('/diary/#?date&view');
  });
}

test('R-129 tabs of the diary lie within reach of the thumb', async ({ arrive }) => {
  const page = await arrive('student', phone);
  await page.goto('/diary');
  const tabs = page.getByRole('navigation', { name: 'Разделы дневника' });
  await expect(tabs.getByRole('link')).toHaveText(['Дневник', 'Предметы', 'Пропуски', 'Расписание']);
  const box = await tabs.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(740, 0);
  await tabs.getByRole('link', { name: 'Предметы' }).tap();
  await expect(tabs.getByRole('link', { name: 'Предметы' })).toHaveAttribute('aria-current', 'page');
});

test('R-129 a subject opens at its heading, however far down its line was', async ({ arrive }) => {
  const page = await arrive('student', phone);
  await page.goto('/diary');
  await page.getByRole('navigation', { name: 'Разделы дневника' }).getByRole('link', { name: 'Предметы' }).tap();
  const last = page.getByRole('rowheader').last().getByRole('link');
  const course = (await last.textContent()) ?? '';
  await last.tap();
  const heading = page.getByRole('heading', { level: 1, name: course });
  await expect(heading).toBeInViewport();
  const strip = await page.locator('.strip').boundingBox();
  const box = await heading.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0));
  await expect(page.getByRole('link', { name: '‹ Предметы' })).toBeInViewport();
});
