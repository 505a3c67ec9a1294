import { appointCurators } from '@/features/groups/appoint-curators';
import { createGroups } from '@/features/groups/create-groups';
import { enrolStudents } from '@/features/groups/enrol-students';
import { employStaff } from '@/features/people/employ-staff';
import { linkGuardians } from '@/features/people/link-guardians';
import { openAccounts } from '@/features/people/open-accounts';
import { registerPeople } from '@/features/people/register-people';
import { registerStudents } from '@/features/people/register-students';
import type { DemoGroup, DemoPlan } from './model';
import { chunks, type Made, type Stage } from './stage';

export const demoPassword = 'demo-2026';

type StaffRole = Parameters<typeof employStaff.execute>[1]['staff'][number]['positions'][number]['role'];

/** Enters those of the people who are not there yet, and opens their accounts. */
async function register(stage: Stage, plan: DemoPlan, made: Made, numbers: Iterable<number>): Promise<void> {
  const missing = [...new Set(numbers)].filter((no) => !made.people.has(no));
  const people = missing.flatMap((no) => plan.people[no] ?? []);
  for (const part of chunks(people, 200)) {
    const { ids } = await stage.run(registerPeople, {
      people: part.map(({ lastName, firstName, middleName, sex, birthDate }) => {
        return { lastName, firstName, middleName, sex, birthDate };
      }),
    });
    for (const [place, { no }] of part.entries()) made.people.set(no, ids[place]);
  }
  // each password is hashed with a salt of its own, which takes its time: small transactions
  for (const part of chunks(people, 40)) {
    await stage.run(openAccounts, {
      accounts: part.map(({ no, login }) => {
        return { personId: made.people.get(no), login, password: demoPassword, mustChange: false };
      }),
    });
  }
}

/** Staff with their positions; curators hold the second one beside teaching. */
export async function seedStaff(stage: Stage, plan: DemoPlan, made: Made): Promise<void> {
  await register(
    stage,
    plan,
    made,
    plan.staff.map(({ no }) => no),
  );
  const curators = new Set(plan.groups.map(({ curator }) => curator));
  await stage.run(employStaff, {
    staff: plan.staff.map(({ no, role, title, department, hiredOn }) => ({
      personId: made.people.get(no),
      hiredOn,
      positions: [
        {
          role: role as StaffRole,
          title,
          startsOn: hiredOn,
          departmentId: department === null ? null : made.departments.get(department),
        },
        ...(curators.has(no) ? [{ role: 'curator' as const, title: 'Куратор группы', startsOn: '2022-09-01' }] : []),
      ],
    })),
  });
}

/** Groups of some entry years with their curators, students and parents, by one order of enrolment each. */
export async function seedGroups(
  stage: Stage,
  plan: DemoPlan,
  made: Made,
  groups: readonly DemoGroup[],
): Promise<void> {
  const created = await stage.run(createGroups, {
    groups: groups.map(({ name, programme, department, entryYear }) => ({
      name,
      entryYear,
      departmentId: made.departments.get(department),
      curriculumId: made.curricula.get(`${programme} ${entryYear}`),
    })),
  });
  for (const [place, { name }] of groups.entries()) made.groups.set(name, created.ids[place]);
  await stage.run(appointCurators, {
    curatorships: groups.map(({ name, curator, entryYear }) => ({
      groupId: made.groups.get(name),
      staffId: made.people.get(curator),
      startsOn: `${entryYear}-09-01`,
    })),
  });
  const students = groups.flatMap((group) => group.students);
  await seedStudents(stage, plan, made, students);
  await enrol(stage, plan, made, groups);
}

async function seedStudents(stage: Stage, plan: DemoPlan, made: Made, students: readonly number[]): Promise<void> {
  const chosen = new Set(students);
  const links = plan.guardians.filter(({ student }) => chosen.has(student));
  await register(stage, plan, made, [...students, ...links.map(({ guardian }) => guardian)]);
  await stage.run(registerStudents, {
    students: students.map((no) => ({ personId: made.people.get(no), recordNumber: `${10_000 + no}` })),
  });
  await stage.run(linkGuardians, {
    links: links.map(({ guardian, student, relation }) => ({
      guardianId: made.people.get(guardian),
      studentId: made.people.get(student),
      relation,
      startsOn: '2025-08-25',
    })),
  });
}

/** One order per group for those of 1 September, one of its own for each who came later. */
async function enrol(stage: Stage, plan: DemoPlan, made: Made, groups: readonly DemoGroup[]): Promise<void> {
  const arrivals = new Map(plan.movements.filter(({ kind }) => kind === 'arrive').map((row) => [row.student, row]));
  const known = new Set(plan.memberships.map(({ student }) => student));
  const orders = groups.flatMap(({ name, entryYear, students }, place) => {
    const groupId = made.groups.get(name);
    const subject = `О зачислении в группу ${name}`;
    const first = students.filter((no) => known.has(no) && !arrivals.has(no));
    const late = students.flatMap((no) => arrivals.get(no) ?? []);
    return [
      {
        number: `${101 + place}-с`,
        date: `${entryYear}-08-20`,
        subject,
        groupId,
        startsOn: `${entryYear}-09-01`,
        studentIds: first.map((no) => made.people.get(no)),
      },
      ...late.map(({ order, orderDate, date, student }) => {
        return {
          number: order,
          date: orderDate,
          subject,
          groupId,
          startsOn: date,
          studentIds: [made.people.get(student)],
        };
      }),
    ];
  });
  await stage.run(enrolStudents, { orders });
}
