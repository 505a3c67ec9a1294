import { fullName } from '@/domain/people/name';
import { chooseYear, readYears, type StudyYear } from '@/features/teaching-load/load-year';
import { type LoadRow, readLoad } from '@/features/teaching-load/read-load';
import { fail, type Line, type Setting } from '../../kind';
import { indexOf, nameKeyOf } from '../known-people';
import type { FullName } from '../person-columns';
import { missing, textKey } from '../text-key';
import type { LoadColumns } from './columns';

type Group = { id: number; name: string };
type Subgroup = { id: number; groupId: number; division: string; name: string };
type Teacher = FullName & { id: number };

/** What the college knows that rows about journals are judged by. */
export type LoadWorld = {
  years: readonly StudyYear[];
  chosen: StudyYear | null;
  groups: ReadonlyMap<string, Group>;
  subgroups: ReadonlyMap<string, Subgroup[]>;
  teachers: ReadonlyMap<string, Teacher[]>;
  /** Lines of plans with their journals, by year. */
  rows: ReadonlyMap<number, ReadonlyMap<string, LoadRow>>;
  /** Periods of groups that are open, by group. */
  periods: ReadonlyMap<string, { groupId: number; periodId: number }[]>;
};

const rowKey = (groupId: number, index: string): string => `${groupId} ${textKey(index)}`;

export async function readLoadWorld({ tx, today }: Setting, lines: readonly Line<LoadColumns>[]): Promise<LoadWorld> {
  const years = await readYears(tx);
  const chosen = chooseYear(years, undefined, today);
  const wanted = new Set(lines.flatMap(({ values }) => yearOf({ years, chosen }, values.year)?.id ?? []));
  const rows = new Map<number, Map<string, LoadRow>>();
  for (const { id, startYear } of years.filter((year) => wanted.has(year.id))) {
    const load = await readLoad(tx, { yearId: id, startYear, groupId: null });
    rows.set(id, new Map(load.map((row) => [rowKey(row.groupId, row.index), row])));
  }
  const groups = await tx.studentGroup.findMany({ select: { id: true, name: true } });
  const subgroups = await tx.subgroup.findMany({ select: { id: true, groupId: true, division: true, name: true } });
  const teachers = await tx.$queryRaw<Teacher[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName"
    FROM staff_member f JOIN person p ON p.id = f.id WHERE f.left_on IS NULL OR f.left_on >= ${today}::date ORDER BY p.id`;
  const open = await tx.groupPeriod.findMany({ where: { lockedAt: null }, select: { groupId: true, periodId: true } });
  return {
    ...{ years, chosen, rows },
    groups: new Map(groups.map((group) => [textKey(group.name), group])),
    subgroups: indexOf(subgroups, ({ groupId }) => String(groupId)),
    teachers: indexOf(teachers, nameKeyOf),
    periods: indexOf(open, ({ groupId }) => String(groupId)),
  };
}

function yearOf({ years, chosen }: Pick<LoadWorld, 'years' | 'chosen'>, name: string | null): StudyYear | null {
  return name === null ? chosen : (years.find((year) => yearKey(year.name) === yearKey(name)) ?? null);
}

/** «2026/27», «2026/2027», «2026-2027» and «2026–27» are one year. */
const yearKey = (name: string): string => textKey(name).replace(/^(\d{4})\s*[/–-]\s*(?:\d\d)?(\d\d)$/, '$1/$2');

/** The year of a row; what is wrong with it is said there. */
export function findYear(line: Line<LoadColumns>, world: LoadWorld): StudyYear | null {
  const year = yearOf(world, line.values.year);
  if (!year)
    fail(
      line,
      'year',
      missing(
        'Учебного года',
        line.values.year ?? '',
        world.years.map(({ name }) => name),
      ),
    );
  if (year?.closed) fail(line, 'year', `Учебный год ${year.name} закрыт`);
  return year;
}

/** The line of the group's plan and the part of the group; null with what is wrong said in the row. */
export function findPlace(
  line: Line<LoadColumns>,
  world: LoadWorld,
  year: StudyYear,
): { row: LoadRow; subgroupId: number | null } | null {
  const { group: groupName, index, course, subgroup, division } = line.values;
  const group = world.groups.get(textKey(groupName ?? ''));
  if (!group) {
    const names = [...world.groups.values()].map(({ name }) => name);
    fail(line, 'group', missing('Группы', groupName ?? '', names));
    return null;
  }
  const row = world.rows.get(year.id)?.get(rowKey(group.id, index ?? ''));
  if (!row) {
    fail(line, 'index', `Индекса «${index}» нет в плане группы на ${year.name} год, или у группы нет учебных периодов`);
    return null;
  }
  if (course !== null && textKey(course) !== textKey(row.course))
    fail(line, 'course', `Под индексом ${row.index} в плане стоит «${row.course}»`);
  if (subgroup === null) return { row, subgroupId: null };
  const own = world.subgroups.get(String(group.id)) ?? [];
  const found = own.filter(
    (one) =>
      textKey(one.name) === textKey(subgroup) && (division === null || textKey(one.division) === textKey(division)),
  );
  if (found.length === 1) return { row, subgroupId: found[0]?.id ?? null };
  if (found.length > 1) fail(line, 'division', `Подгруппа «${subgroup}» есть в нескольких делениях: укажите деление`);
  else
    fail(
      line,
      'subgroup',
      missing(
        'Подгруппы',
        subgroup,
        own.map(({ name }) => name),
      ),
    );
  return null;
}

/** A member of the staff by the full name. */
export function findTeacher(line: Line<LoadColumns>, world: LoadWorld): number | null {
  const { teacher } = line.values;
  if (!teacher) return null;
  const found = world.teachers.get(nameKeyOf(teacher)) ?? [];
  if (found.length === 1) return found[0]?.id ?? null;
  if (found.length > 1)
    fail(line, 'teacher', `Сотрудников с именем ${fullName(teacher)} несколько: дайте нагрузку на её странице`);
  else fail(line, 'teacher', `Сотрудника ${fullName(teacher)} нет; сотрудники загружаются раньше нагрузки`);
  return null;
}
