import { describe, expect, it } from 'vitest';
import type { Actor } from '@/access/actor';
import { defaultPermissions, type Role } from '@/access/permissions';
import { currentItem } from '@/ui/nav-links';
import { navigationFor } from './navigation';

function actorOf(...roles: Role[]): Actor {
  return {
    kind: 'person',
    personId: 1,
    sessionId: 1,
    name: 'Хабибуллина Г. Р.',
    mustChange: false,
    roles,
    permissions: new Set(roles.flatMap((role) => defaultPermissions[role])),
    teaches: [],
    substitutes: [],
    curates: [],
    departments: [],
    children: [],
    studentId: null,
    now: new Date('2026-12-18T06:42:00Z'),
    today: '2026-12-18',
    timeZone: 'Europe/Samara',
  };
}

describe('T-031 the strip offers what the permissions open', () => {
  it.each<[Role[], string[]]>([
    [['teacher'], ['Сегодня', 'Журнал', 'Расписание']],
    [
      ['teacher', 'curator'],
      ['Сегодня', 'Журнал', 'Расписание', 'Отчёты', 'Учебная часть'],
    ],
    [['deputyDirector'], ['Группы', 'Журнал', 'Расписание', 'Отчёты', 'Учебная часть', 'Учебный год']],
    [['admin'], ['Учреждение', 'Расписание', 'Учебная часть', 'Учебный год', 'Учётные записи', 'Права', 'Аудит']],
    [['student'], ['Дневник']],
    [['parent'], ['Дневник']],
    [
      ['teacher', 'parent'],
      ['Сегодня', 'Журнал', 'Расписание', 'Дневник'],
    ],
    [['observer'], []],
  ])('%j: %j', (roles, labels) => {
    expect(navigationFor(actorOf(...roles)).map(({ label }) => label)).toEqual(labels);
  });
});

it('a curator’s own group stands in the strip', () => {
  const curator = { ...actorOf('curator'), curates: [7] };
  expect(navigationFor(curator).map(({ href, label }) => [href, label])).toContainEqual([
    '/attendance/7',
    'Моя группа',
  ]);
  expect(navigationFor({ ...actorOf('teacher'), curates: [7] }).map(({ label }) => label)).not.toContain('Моя группа');
});

it('one section is the present one: the nearest to the page', () => {
  const items = navigationFor(actorOf('curator'), { givesSlips: true });
  const at = (path: string) => currentItem(items, path)?.label;
  expect(['/reports', '/reports/register', '/reports/credential-slips', '/journal/7', '/security'].map(at)).toEqual([
    'Отчёты',
    'Отчёты',
    'Доступ',
    'Журнал',
    undefined,
  ]);
});
