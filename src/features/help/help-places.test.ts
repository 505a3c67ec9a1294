import { existsSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Actor } from '@/access/actor';
import { permissions, type Role, roles } from '@/access/permissions';
import { navigationFor } from '@/features/today/navigation';
import { guideNames, guidesOf } from './guides';
import { helpFor, helpPlaces } from './help-places';
import { readGuide } from './read-guide';

describe.each(guideNames)('R-017 the guide %s', (name) => {
  test('has a section for every page that leads into it, and no two of one name', async () => {
    const { contents } = await readGuide(name);
    const headings = contents.map(({ heading }) => heading);
    expect(Object.values(helpPlaces[name]).filter((heading) => !headings.includes(heading))).toEqual([]);
    expect(new Set(contents.map(({ anchor }) => anchor)).size).toBe(headings.length);
  });

  test('is made of what the page can show; its pictures exist and are light', async () => {
    const { tokens, pictures } = await readGuide(name);
    const known = ['heading', 'paragraph', 'list', 'space'];
    expect(tokens.map(({ type }) => type).filter((type) => !known.includes(type))).toEqual([]);
    expect(tokens.filter((token) => token.type === 'heading' && token.depth === 1)).toHaveLength(1);
    const named = tokens.flatMap(({ raw }) => [...raw.matchAll(/\]\(images\/(.+?)\)/g)].map(([, file]) => file));
    expect(named.filter((file) => !pictures.has(file ?? ''))).toEqual([]);
  });
});

test('every picture is shown by a guide and weighs 120 kB at most', async () => {
  const shown = (await Promise.all(guideNames.map(readGuide))).flatMap(({ pictures }) => [...pictures.keys()]);
  const files = readdirSync('docs/guides', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.png'),
  );
  expect(files.sort()).toEqual(shown.map((file) => `images/${file}`).sort());
  expect(files.filter((file) => statSync(`docs/guides/${file}`).size > 120_000)).toEqual([]);
});

test('pages of the table exist', () => {
  const pages = new Set(Object.values(helpPlaces).flatMap((places) => Object.keys(places)));
  expect([...pages].filter((page) => !existsSync(`src/app/(app)${page}/page.tsx`.replace('//', '/')))).toEqual([]);
});

/** Somebody of these roles who may do everything: the longest navigation. */
function actorOf(...own: Role[]): Actor {
  return {
    ...{ kind: 'person', personId: 1, sessionId: 1, name: '', mustChange: false, roles: own, studentId: null },
    ...{ permissions: new Set(permissions), teaches: [], substitutes: [], curates: [7], departments: [], children: [] },
    ...{ now: new Date(0), today: '2026-11-20', timeZone: 'Europe/Samara' },
  };
}

test('every section of the navigation has help in some guide', () => {
  const everyone = [...roles];
  const without = navigationFor(actorOf(...everyone), { givesSlips: true }).filter(
    ({ href }) => !helpFor(everyone, href).includes('#'),
  );
  expect(without).toEqual([]);
});

describe('help opens at the page’s section of the reader’s own guide', () => {
  const at = (own: Role[], path: string) => decodeURIComponent(helpFor(own, path));
  it.each<[Role[], string, string]>([
    [['teacher'], '/', '/help/teacher#начать-день'],
    [['teacher'], '/journal/12', '/help/teacher#заполнить-занятие'],
    [['teacher', 'curator'], '/attendance/7', '/help/curator#указать-причины-отсутствия'],
    [['parent'], '/diary/5/subjects/9', '/help/parent-and-student#понять-отметки-и-средний'],
    [['deputyDirector'], '/reports/register', '/help/deputy#напечатать-ведомость-группы'],
    [['admin'], '/admin/accounts/31', '/help/administrator#сменить-пароль-или-закрыть-доступ'],
    [['teacher'], '/security', '/help/teacher'],
    [['teacher'], '//evil.example/', '/help/teacher'],
    [['observer'], '/', '/help/parent-and-student'],
  ])('%j on %s: %s', (own, path, place) => {
    expect(at(own, path)).toBe(place);
  });
  it('somebody without any role has a guide too', () => expect(guidesOf([])).toEqual([]));
});
