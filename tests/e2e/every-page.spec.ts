import { expect, test } from '../support/e2e';
import { type LessonPlace, lessonOn, personOf } from './college';
import { payloads } from './payloads';
import { fillWithPayloads } from './poison';
import { tour } from './tour';
import { violations } from './violations';

test.use({ of: 'every-page' });
test.setTimeout(180_000);

/**
 * People who meet a kind of page with the same means: it is looked at as the first of them shows it, the others add what only
 * they have. Director and head of department meet the deputy's pages.
 */
const audiences = [
  ['teacher', 'curator'],
  ['deputy', 'studyoffice', 'methodist', 'dispatcher', 'secretary', 'admin'],
  ['parent', 'student'],
];

const place = (college: Parameters<typeof lessonOn>[0]) =>
  lessonOn(college, 'ИСП-25-1', 'Основы алгоритмизации', '2026-11-20');

/** Where each meets the people and texts that are hostile. */
function addressesOf(login: string, { section, group }: LessonPlace, pupil: number): string[] {
  const everybody = ['/', '/privacy', '/accessibility'];
  const diary = [`/diary/${pupil}`, `/diary/${pupil}?date=2026-11-17&view=week`, `/diary/${pupil}/subjects`];
  if (login === 'parent' || login === 'student') return [...everybody, ...diary];
  if (login === 'teacher') return [...everybody, `/journal/${section}`];
  if (login === 'admin' || login === 'dispatcher' || login === 'secretary') return everybody;
  const reader = [...everybody, `/journal/${section}`, `/reports/period-ledger?group=${group}`];
  return login === 'curator' ? [...reader, ...diary] : reader;
}

test.beforeAll(async ({ college }) => {
  await fillWithPayloads(college, await place(college), await personOf(college, 'student'));
});

for (const audience of audiences) {
  const known = new Set<string>();
  const met = new Set<string>();
  for (const [nth, login] of audience.entries()) {
    test(`T-046 T-150 every page of ${login} is accessible, and stored text is text there`, async ({
      college,
      arrive,
    }) => {
      const page = await arrive(login);
      const origin = college.server.url;
      const addresses = addressesOf(login, await place(college), await personOf(college, 'student'));
      await tour(page, addresses, known, async (kind) => {
        expect(new URL(page.url()).origin).toBe(origin);
        const text = (await page.locator('body').textContent()) ?? '';
        for (const payload of payloads) if (text.includes(payload)) met.add(payload);
        expect.soft(await violations(page), kind).toEqual([]);
      });
      if (nth === 0) expect(known.size).toBeGreaterThan(5);
      if (nth === 0) expect(met.size, 'payloads shown as text').toBeGreaterThan(1);
    });
  }
}
