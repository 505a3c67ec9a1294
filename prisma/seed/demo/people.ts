import type { LocalDate } from '@/domain/types';
import type { Chair } from './chairs';
import type { DemoGroup, DemoPerson, DemoPlan, DemoStaff } from './model';
import { childOf, type Family, type FullName, familyOf, loginFor, parentOf, randomFamily, type Sex } from './names';
import { type Random, random } from './random';
import { groupTable, officeTable, teacherTable } from './staff-tables';
import { namedClass } from './students-named';
import { rowsOf } from './tables';

type People = Pick<DemoPlan, 'people' | 'staff' | 'guardians' | 'closedAccess' | 'groups'>;

const maleShare: Record<string, number> = { ИСП: 0.75, БУХ: 0.15, ЭСХ: 0.95, ТОР: 0.97, ПКД: 0.35, ДО: 0.04 };

/** Full namesakes of two groups, and a name that tries the width of every column. */
const chosenStudents: Record<string, readonly string[]> = {
  'ТОР-25-1': ['Кузнецов Александр Сергеевич'],
  'ЭСХ-26-1': ['Кузнецов Александр Сергеевич'],
  'ДО-25-1': ['Абдурахманова-Преображенская Александра-Мария Константиновна'],
};

/** «Фамилия Имя Отчество» → its parts; the sex is seen from the отчество. */
export function nameOf(text: string): FullName {
  const [lastName = '', firstName = '', middleName = ''] = text.split(' ');
  return { lastName, firstName, middleName, sex: middleName.endsWith('а') ? 'female' : 'male' };
}

class Register {
  readonly people: DemoPerson[] = [];
  private readonly logins = new Set<string>();

  constructor(reserved: readonly string[]) {
    for (const login of reserved) this.logins.add(login);
  }

  add(name: FullName, birthDate: LocalDate, login: string | null = null): number {
    const no = this.people.length;
    this.people.push({ no, ...name, birthDate, login: login ?? loginFor(name, this.logins) });
    return no;
  }
}

function randomDate(rng: Random, firstYear: number, lastYear: number): LocalDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${rng.int(firstYear, lastYear)}-${two(rng.int(1, 12))}-${two(rng.int(1, 28))}`;
}

function addStaff(register: Register, rng: Random): DemoStaff[] {
  const office = rowsOf(officeTable).map(([name = '', role = '', title = '', login = '', hiredOn = ''], place) => ({
    no: register.add(nameOf(name), randomDate(rng, 1966, 1992), login || null),
    role,
    title,
    department: role === 'departmentHead' ? place - 4 : null,
    hiredOn,
    room: '',
    chairs: [],
    practiceOf: [],
  }));
  const teachers = rowsOf(teacherTable).map(([name = '', fields = '', title = '', room = '', hiredOn = ''], place) => {
    const login = place === 0 ? 'teacher' : place === 1 ? 'curator' : null;
    const [first = '', programmes = ''] = fields.split(':');
    return {
      no: register.add(nameOf(name), randomDate(rng, 1962, 1996), login),
      role: 'teacher',
      title,
      department: null,
      hiredOn,
      room,
      chairs: first.split(' ').filter(isChair),
      practiceOf: programmes === '' ? [] : programmes.split(','),
    };
  });
  return [...office, ...teachers];
}

const isChair = (text: string): text is Chair => text !== '';

function addGuardians(register: Register, plan: People, student: number, family: Family, rng: Random): void {
  const parents: Sex[] = rng.chance(0.3) ? ['female', 'male'] : rng.chance(0.82) ? ['female'] : ['male'];
  for (const sex of parents) {
    const guardian = register.add(parentOf(family, sex, rng), randomDate(rng, 1972, 1988));
    plan.guardians.push({ guardian, student, relation: sex === 'female' ? 'мать' : 'отец' });
  }
}

function groupsOf(plan: People): DemoGroup[] {
  const staffBySurname = new Map(plan.staff.map((member) => [plan.people[member.no]?.lastName ?? '', member.no]));
  return rowsOf(groupTable).map(([name = '', programme = '', department = '', curator = '']) => ({
    name,
    programme,
    department: Number(department) - 1,
    entryYear: 2000 + Number(name.split('-')[1]),
    curator: staffBySurname.get(curator) ?? 0,
    students: [],
  }));
}

/** Everybody of the college: staff, 22 groups of students, parents of 85 % of them, some with two children. */
export function makePeople(seed: string): People {
  const register = new Register(['teacher', 'curator', 'student', 'parent']);
  const plan: People = { people: register.people, staff: [], guardians: [], closedAccess: [], groups: [] };
  plan.staff = addStaff(register, random(seed, 'staff'));
  plan.groups = groupsOf(plan);
  const sizes = new Map(rowsOf(groupTable).map(([name = '', , , , size = '']) => [name, Number(size)]));
  const named = rowsOf(namedClass).map(([name = '']) => name);
  for (const group of plan.groups) {
    const rng = random(seed, 'students', group.name);
    const chosen = group.name === 'ИСП-25-1' ? named : [...(chosenStudents[group.name] ?? [])];
    const families = new Set<string>();
    while (group.students.length < (sizes.get(group.name) ?? 0)) {
      const given = chosen[group.students.length];
      const name = given === undefined ? null : nameOf(given);
      const family = (name ? familyOf(name) : null) ?? randomFamily(rng);
      if (!name && families.has(family.surname) && !rng.chance(0.15)) continue;
      families.add(family.surname);
      const sex: Sex = rng.chance(maleShare[group.programme] ?? 0.5) ? 'male' : 'female';
      const birth = randomDate(rng, group.entryYear - (rng.chance(0.12) ? 18 : 16), group.entryYear - 16);
      const login = given === 'Давлетшина Алина Ринатовна' ? 'student' : null;
      const student = register.add(name ?? childOf(family, sex, rng), birth, login);
      group.students.push(student);
      if (given?.startsWith('Давлетшина')) continue;
      if (rng.chance(0.85)) addGuardians(register, plan, student, family, rng);
    }
  }
  addDemoFamily(register, plan);
  addSiblings(plan);
  closeAccess(plan);
  return plan;
}

/** `parent`: the mother of `student` and of a younger brother in another group. */
function addDemoFamily(register: Register, plan: People): void {
  const elder = register.people.find(({ login }) => login === 'student');
  const group = plan.groups.find(({ name }) => name === 'ПКД-26-1');
  if (!elder || !group) throw new Error('the demo family is not there');
  const mother = register.add(nameOf('Давлетшина Резеда Фаритовна'), '1983-04-17', 'parent');
  const brother = register.add(nameOf('Давлетшин Арслан Ринатович'), '2010-07-02');
  group.students.push(brother);
  for (const student of [elder.no, brother]) plan.guardians.push({ guardian: mother, student, relation: 'мать' });
}

/** Joins families of the same surname in different groups: one mother with two children, eight times. */
function addSiblings(plan: People): void {
  const groupOf = new Map(plan.groups.flatMap((group) => group.students.map((student) => [student, group.name])));
  const bySurname = new Map<string, { guardian: number; student: number }>();
  let joined = 0;
  for (const link of [...plan.guardians]) {
    const mother = plan.people[link.guardian];
    const child = plan.people[link.student];
    if (!mother || !child || mother.sex !== 'female' || mother.login === 'parent') continue;
    const key = `${mother.lastName} ${child.middleName.slice(0, -3)}`;
    const earlier = bySurname.get(key);
    if (!earlier) bySurname.set(key, link);
    else if (joined < 8 && groupOf.get(earlier.student) !== groupOf.get(link.student)) {
      plan.guardians.push({ guardian: earlier.guardian, student: link.student, relation: 'мать' });
      joined++;
    }
  }
}

/** Two students of age with parents, who closed their access (G-11). */
function closeAccess(plan: People): void {
  const withParents = new Set(plan.guardians.map(({ student }) => student));
  for (const [name, date] of [
    ['ИСП-23-1', '2026-09-14'],
    ['ТОР-23-1', '2025-11-20'],
  ] as const) {
    const students = plan.groups.find((group) => group.name === name)?.students ?? [];
    const adult = students.find(
      (no) =>
        withParents.has(no) &&
        (plan.people[no]?.birthDate ?? '9999') < `${Number(date.slice(0, 4)) - 18}${date.slice(4)}`,
    );
    if (adult !== undefined) plan.closedAccess.push({ student: adult, date });
  }
}
