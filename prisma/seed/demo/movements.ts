import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import type { DemoGroup, Membership, Movement, MovementKind } from './model';
import { inOrder, rowsOf } from './tables';

/** Orders on students: effective date | group | place in the list at entry, or surname | what | target or last day. */
const movementTable = `
  2025-09-01 | ИСП-23-1 | 9 | home | 2026-06-30
  2025-10-06 | ТОР-25-1 | 5 | expel |
  2025-10-20 | ИСП-24-1 | 11 | leave | 2026-08-31
  2025-11-05 | ПКД-25-1 | 20 | arrive |
  2025-11-17 | БУХ-25-1 | 22 | arrive |
  2025-12-01 | ЭСХ-24-1 | 14 | expel |
  2026-01-26 | ТОР-25-1 | 17 | transfer | БУХ-25-1
  2026-02-09 | ИСП-24-2 | 8 | transfer | ИСП-24-1
  2026-03-16 | ДО-24-1 | 6 | leave | 2027-08-31
  2026-04-06 | ТОР-24-1 | 19 | expel |
  2026-05-18 | БУХ-24-1 | 3 | expel |
  2026-09-01 | ИСП-24-1 | 11 | transfer | ИСП-25-2
  2026-09-01 | ИСП-25-1 | Петров | home | 2027-06-30
  2026-10-05 | ПКД-26-1 | 12 | expel |
  2026-10-12 | ТОР-26-1 | 7 | transfer | ЭСХ-26-1
  2026-10-19 | ИСП-24-2 | 15 | transfer | ИСП-24-1
  2026-10-26 | ДО-26-1 | 10 | leave | 2027-08-31
  2026-11-02 | ТОР-26-1 | 21 | expel |
  2026-11-09 | ЭСХ-26-1 | 18 | arrive |
  2026-11-10 | ИСП-25-1 | Сафин | arrive |
  2026-11-16 | ИСП-25-1 | Горшков | leave | 2027-08-31
  2026-12-07 | ТОР-25-1 | 2 | expel |
  2027-02-08 | БУХ-26-1 | 16 | expel |
  2027-03-15 | ИСП-26-1 | 4 | leave | 2027-08-31
`;

const leavers = ['ИСП-22-1', 'БУХ-23-1'];
const graduation: LocalDate = '2026-06-30';

/** All orders that are no enrolment of a whole group, in order of dates; every kind has numbers of its year. */
export function movementsOf(groups: readonly DemoGroup[], surnameOf: (student: number) => string): Movement[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const rows = rowsOf(movementTable).map(([date = '', group = '', who = '', kind = '', last = '']) => {
    const students = byName.get(group)?.students ?? [];
    const student = students.find((no, place) => String(place + 1) === who || surnameOf(no) === who);
    if (student === undefined || !isKind(kind)) throw new Error(`no such student: ${group} ${who}`);
    const target = kind === 'transfer' ? last : null;
    return { date, kind, student, group, target, until: target === null && last !== '' ? last : null };
  });
  const graduates = leavers.flatMap((group) =>
    (byName.get(group)?.students ?? []).map((student) => {
      return { date: graduation, kind: 'graduate' as const, student, group, target: null, until: null };
    }),
  );
  const sorted = [...rows, ...graduates].sort((one, other) => inOrder(one.date, other.date));
  return sorted.map((row, place) => {
    const number = row.kind === 'graduate' ? 190 : 180 + place;
    return { ...row, order: `${number}-с`, orderDate: addDays(row.date, -3) };
  });
}

function isKind(text: string): text is MovementKind {
  return ['arrive', 'expel', 'transfer', 'leave', 'home', 'graduate'].includes(text);
}

/** Who belongs to which group over which days, the movements laid over the entry of every group on 1 September. */
export function membershipsOf(groups: readonly DemoGroup[], movements: readonly Movement[]): Membership[] {
  const memberships: Membership[] = [];
  const open = new Map<number, Membership>();
  for (const group of groups) {
    for (const student of group.students) {
      const membership: Membership = {
        student,
        group: group.name,
        from: `${group.entryYear}-09-01`,
        to: null,
        closed: [],
      };
      open.set(student, membership);
      memberships.push(membership);
    }
  }
  for (const { kind, student, date, target, until } of movements) {
    const current = open.get(student);
    if (!current) continue;
    switch (kind) {
      case 'arrive':
        current.from = date;
        break;
      case 'leave':
      case 'home':
        current.closed.push({ kind, from: date, to: until });
        break;
      case 'expel':
        current.to = addDays(date, -1);
        break;
      case 'graduate':
        current.to = date;
        break;
      case 'transfer': {
        current.to = addDays(date, -1);
        const next: Membership = { student, group: target ?? current.group, from: date, to: null, closed: [] };
        open.set(student, next);
        memberships.push(next);
      }
    }
  }
  return memberships;
}
