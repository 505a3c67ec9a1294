import type { StaffRole } from '@/features/people/staff-roles';
import { roleLabels } from '@/texts/labels';
import { demand, fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import { findPeople, indexOf, type KnownPerson, nameKeyOf } from '../known-people';
import { sexOf } from '../person-columns';
import { nameOf, PeoplePlan, type PlannedPerson } from '../plan-people';
import { missing, textKey } from '../text-key';
import { roleOfTitle, type StaffColumns } from './columns';
import { type Employment, writeStaff } from './write-staff';

type StaffLine = Line<StaffColumns>;
type Held = { staffId: number; role: StaffRole; title: string };

/** Judges rows of staff: a row is a position, and several rows of one name are one person with several positions. */
export async function judgeStaff(setting: Setting, lines: readonly StaffLine[]): Promise<Writing> {
  const world = await readWorld(setting, lines);
  const people = new PeoplePlan();
  const employments = new Map<string, Employment>();
  for (const line of lines) {
    const role = roleOfLine(line);
    const departmentId = departmentOf(line, world.departments);
    const known = findStaff(line, world);
    if (!role || known === undefined || !isSound(line)) continue;
    if (!known?.staffId && role === 'admin' && !setting.can('accounts.manage'))
      fail(line, 'role', 'Администратора назначает администратор');
    else if (known?.staffId) judgeMember(line, known, role, world.held, people);
    else employ(line, { role, departmentId, known }, people, employments);
  }
  return writeStaff(people, [...employments.values()]);
}

type World = {
  departments: ReadonlyMap<string, { id: number; name: string }>;
  bySnils: ReadonlyMap<string, KnownPerson[]>;
  byName: ReadonlyMap<string, KnownPerson[]>;
  held: ReadonlyMap<string, Held[]>;
};

async function readWorld({ tx, today }: Setting, lines: readonly StaffLine[]): Promise<World> {
  const people = await findPeople(tx, {
    surnames: lines.map(({ values }) => values.lastName ?? ''),
    snils: lines.flatMap(({ values }) => values.snils ?? []),
    recordNumbers: [],
  });
  const departments = await tx.department.findMany({ select: { id: true, name: true } });
  const held = await tx.$queryRaw<Held[]>`
    SELECT staff_id AS "staffId", role::text AS role, title FROM staff_position
    WHERE staff_id = ANY (${people.flatMap(({ staffId }) => staffId ?? [])}::int[]) AND (ends_on IS NULL OR ends_on >= ${today}::date)`;
  return {
    departments: new Map(departments.map((one) => [textKey(one.name), one])),
    bySnils: indexOf(people, ({ snils }) => snils),
    byName: indexOf(people, nameKeyOf),
    held: indexOf(held, ({ staffId }) => String(staffId)),
  };
}

function roleOfLine(line: StaffLine): StaffRole | null {
  const role = line.values.role ?? roleOfTitle(line.values.title ?? '');
  if (!role) fail(line, 'role', `По должности не понять; есть роли: ${Object.values(roleLabels).join(', ')}`);
  return role;
}

function departmentOf(line: StaffLine, departments: World['departments']): number | null {
  const { department } = line.values;
  if (department === null) return null;
  const found = departments.get(textKey(department));
  if (!found)
    fail(
      line,
      'department',
      missing(
        'Отделения',
        department,
        [...departments.values()].map(({ name }) => name),
      ),
    );
  return found?.id ?? null;
}

/** By СНИЛС, else by name among the staff, else by name and birthday among all; null is somebody new. */
function findStaff(line: StaffLine, world: World): KnownPerson | null | undefined {
  const { snils, birthDate } = line.values;
  const name = nameOf(line.values);
  const bySnils = snils ? world.bySnils.get(snils)?.[0] : undefined;
  const agreeing = (world.byName.get(nameKeyOf(name)) ?? []).filter(
    (one) => birthDate === null || one.birthDate === null || one.birthDate === birthDate,
  );
  const staff = agreeing.filter(({ staffId }) => staffId !== null);
  if (bySnils && nameKeyOf(bySnils) !== nameKeyOf(name)) {
    fail(line, 'snils', 'С этим СНИЛС записан другой человек');
    return undefined;
  }
  if (!bySnils && staff.length > 1) {
    fail(line, 'lastName', 'В базе несколько сотрудников с этим именем: укажите СНИЛС или дату рождения');
    return undefined;
  }
  return bySnils ?? staff[0] ?? agreeing.find((one) => birthDate !== null && one.birthDate === birthDate) ?? null;
}

function judgeMember(
  line: StaffLine,
  known: KnownPerson,
  role: StaffRole,
  held: World['held'],
  people: PeoplePlan,
): void {
  const { title, phone, email, snils } = line.values;
  line.verdict.recordId = known.id;
  const own = held.get(String(known.id)) ?? [];
  const has = own.some((one) => one.role === role && textKey(one.title) === textKey(title ?? ''));
  if (!has)
    fail(
      line,
      'title',
      `Сотрудник уже есть${own[0] ? ` (${own[0].title})` : ''}: другую должность даёт администратор на странице доступа`,
    );
  else if (people.complete(known, { phone, email, snils }, line.verdict)) line.verdict.fate = 'changed';
}

type Wanted = { role: StaffRole; departmentId: number | null; known: KnownPerson | null };

function employ(
  line: StaffLine,
  { role, departmentId, known }: Wanted,
  people: PeoplePlan,
  employments: Map<string, Employment>,
): void {
  const { snils, birthDate, title, hiredOn } = line.values;
  const key = known ? `id ${known.id}` : (snils ?? `${nameKeyOf(nameOf(line.values))} ${birthDate ?? ''}`);
  const before = employments.get(key);
  const startsOn = hiredOn ?? before?.hiredOn ?? demand(line, 'hiredOn', 'Не заполнено');
  if (!startsOn) return;
  if (before?.positions.some((one) => one.role === role && textKey(one.title) === textKey(title ?? ''))) {
    fail(line, 'title', 'Та же должность этого человека уже стоит выше');
    return;
  }
  const person = before?.person ?? known ?? addPerson(line, people);
  if (!person) return;
  line.verdict.fate = 'new';
  if (known) line.verdict.notes.push('человек уже есть в базе и станет сотрудником');
  if (before) line.verdict.notes.push('ещё одна должность того же человека');
  const employment = before ?? { person, hiredOn: startsOn, positions: [], lines: [] };
  employment.positions.push({ role, title: title ?? '', departmentId, startsOn });
  employment.lines.push(line);
  employments.set(key, employment);
}

function addPerson(line: StaffLine, people: PeoplePlan): PlannedPerson | null {
  const name = nameOf(line.values);
  const sex = line.values.sex ?? sexOf(name);
  if (!sex) {
    fail(line, 'sex', 'Не заполнено, а по отчеству не понять');
    return null;
  }
  const { birthDate, phone, email, snils } = line.values;
  return people.add({ ...name, sex, birthDate, phone, email, snils });
}
