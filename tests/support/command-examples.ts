import type { Actor } from '@/access/actor';
import { verifyLogin } from '@/features/auth/verify-login';
import { markCells } from '@/features/journal/mark-cells';
import { anonymousActor } from '@/server/anonymous-actor';
import { systemActor } from '@/server/system-actor';
import type { Example, Who } from './command-example';
import { accountExamples } from './command-examples-accounts';
import { backupExamples, prepareCopy } from './command-examples-backup';
import { contingentExamples, prepareContingent } from './command-examples-contingent';
import { curatorExamples, prepareNotes } from './command-examples-curator';
import { fileExamples, prepareUpload } from './command-examples-files';
import { importExamples, prepareImports } from './command-examples-import';
import { journalExamples } from './command-examples-journal';
import { calendarExamples, officeExamples, prepareOffice } from './command-examples-office';
import { planExamples, preparePlans } from './command-examples-plans';
import { prepareSchemes, schemeExamples } from './command-examples-schemes';
import { structureExamples } from './command-examples-structure';
import { prepareTimetable, timetableExamples } from './command-examples-timetable';
import { prepareYears, yearEndExamples } from './command-examples-year';
import type { Prepared } from './command-prepared';
import { password } from './sign-in';
import type { World } from './world';

/** Acting as the example's person, with a session of its own. */
export function actorOf(world: World, who: Who): Promise<Actor> {
  if (who === 'anonymous') return Promise.resolve(anonymousActor);
  if (who === 'system') {
    return Promise.resolve(systemActor(new Date('2026-10-14T08:00:00Z'), '2026-10-14', 'Europe/Samara'));
  }
  return world.actor(who);
}

/**
 * One legal input for each command of the product, in an order in which all of them succeed one after the other in the
 * small world. `n` keeps names and dates of two rounds apart. Needs `prepareExamples`.
 */
export async function commandExamples(world: World, ready: Prepared, n = 1): Promise<Example[]> {
  return [
    ...journalExamples(world, ready),
    ...fileExamples(world),
    ...structureExamples(world, ready, n),
    ...timetableExamples(world, ready, n),
    ...planExamples(world, ready.plans, n),
    ...schemeExamples(world, ready.schemes, n),
    ...officeExamples(world, ready),
    ...calendarExamples(world, ready),
    ...peopleExamples(world, ready, n),
    ...orderExamples(world, ready, n),
    ...curatorExamples(world, ready, n),
    ...contingentExamples(world, ready.contingent, n),
    { name: 'report.print-period-ledger', who: 'venera', input: ledgerInput(world) },
    { name: 'report.print-college', who: 'venera', input: collegePrintInput(world) },
    { name: 'jobs.cancel', who: 'denis', input: { id: ready.jobs[n - 1] } },
    ...yearExamples(world, n),
    ...yearEndExamples(world, ready),
    { name: 'session.open', who: 'anonymous', input: await signInInput(ready, n) },
    ...importExamples(world, ready, n),
    ...(await accountExamples(world, ready)),
    { name: 'session.end', who: 'rustem', input: {} },
    ...backupExamples(ready, n),
  ];
}

function collegePrintInput({ college }: World) {
  return { period: college.periods.first, department: college.department };
}

export async function prepareExamples(world: World): Promise<Prepared> {
  const { owner, college, people } = world;
  const newcomer = (index: number) =>
    owner.person.create({
      data: { lastName: `Новиков${index}`, firstName: 'Олег', sex: 'male', birthDate: new Date('2008-01-01') },
    });
  const newcomers: number[] = [];
  for (let index = 0; index < 12; index += 1) newcomers.push((await newcomer(index)).id);
  for (const id of newcomers.slice(6)) await owner.student.create({ data: { id } });
  const { curriculumId, id: item } = await owner.curriculumItem.findFirstOrThrow();
  const course = await owner.course.create({ data: { name: 'Физическая культура', kind: 'discipline' } });
  const passFail = await owner.curriculumItem.create({
    data: { curriculumId, courseId: course.id, index: 'СГ.04', passFail: true },
  });
  const subgroup = await owner.subgroup.create({
    data: {
      groupId: college.groups.isp,
      division: 'Физическая культура',
      name: '1',
      memberships: { create: { studentId: people.alina, startsOn: new Date('2026-09-01') } },
    },
  });
  const entry = await owner.timetableEntry.create({
    data: {
      sectionId: college.sections.algorithms,
      weekday: 3,
      classPeriod: 2,
      parity: 'every',
      room: '314',
      startsOn: new Date('2026-09-01'),
      endsOn: new Date('2026-12-28'),
    },
  });
  const waiting = { kind: 'clean-up', payload: {}, createdAt: new Date('2026-10-14T08:00:00Z') };
  await prepareUpload(world);
  const jobs = await owner.backgroundJob.createManyAndReturn({ data: [waiting, waiting] });
  return {
    newcomers,
    item,
    passFailItem: passFail.id,
    curriculum: curriculumId,
    subgroup: subgroup.id,
    timetableEntry: entry.id,
    timetable: await prepareTimetable(world, curriculumId),
    mistake: await prepareMistake(world),
    copy: await prepareCopy(world),
    office: await prepareOffice(world, curriculumId),
    plans: await preparePlans(world, curriculumId),
    schemes: await prepareSchemes(world, curriculumId),
    jobs: jobs.map(({ id }) => id),
    imports: await prepareImports(world),
    notes: await prepareNotes(world),
    contingent: await prepareContingent(world),
    closedYears: await prepareYears({ owner, college, people }, newcomers.at(-1) ?? 0),
  };
}

/** Made through its command, so that its history is whole. */
async function prepareMistake({ actor, college }: World): Promise<number> {
  const task = { taskType: 'answer', title: 'Лишнее', required: false, dueOn: null, version: 0 };
  const assignments = [{ ...task, lessonId: college.lessons.today, assignment: { ref: 'mistake' } }];
  const input = { sectionId: college.sections.algorithms, assignments };
  const { refs } = await markCells.execute(await actor('gulnara'), input, { address: 'test', device: 'test' });
  return refs.mistake ?? 0;
}

function peopleExamples({ people }: World, { newcomers }: Prepared, n: number): Example[] {
  const [staff = 0, pupil = 0, parent = 0] = newcomers.slice(3 * (n - 1));
  const position = {
    role: 'teacher',
    title: 'преподаватель',
    departmentId: null,
    startsOn: '2026-09-01',
    endsOn: null,
  };
  return [
    {
      name: 'people.register',
      who: 'olga',
      input: {
        people: [
          {
            ...{ lastName: `Ильин${n}`, firstName: 'Пётр', middleName: null, sex: 'male', birthDate: '2009-04-01' },
            ...{ phone: '+79170000000', email: null, snils: null },
          },
        ],
      },
    },
    {
      name: 'people.employ-staff',
      who: 'olga',
      input: { staff: [{ personId: staff, hiredOn: '2026-09-01', positions: [position] }] },
    },
    {
      name: 'people.register-students',
      who: 'olga',
      input: { students: [{ personId: pupil, recordNumber: `26-${n}` }] },
    },
    {
      name: 'people.link-guardians',
      who: 'olga',
      input: { links: [{ guardianId: parent, studentId: people.timur, relation: 'мать', startsOn: '2026-09-01' }] },
    },
    { name: 'people.decide-parent-access', who: 'olga', input: { studentId: people.artem, allowed: true } },
    {
      name: 'people.open-accounts',
      who: 'denis',
      input: {
        accounts: [{ personId: parent, login: `parent${n}`, password: 'жёлтый лист на воде', mustChange: true }],
      },
    },
  ];
}

function orderExamples({ college, people }: World, { newcomers }: Prepared, n: number): Example[] {
  const [first = 0, second = 0, third = 0] = newcomers.slice(6 + 3 * (n - 1));
  const order = (number: number) => ({ number: `${number}-с`, date: '2026-10-13', subject: 'О движении контингента' });
  const move = (number: number, studentId: number) => ({
    ...order(100 * n + number),
    studentId,
    effectiveOn: '2026-10-14',
  });
  return [
    {
      name: 'groups.enrol-students',
      who: 'olga',
      input: {
        orders: [
          {
            ...order(100 * n),
            groupId: college.groups.pkd,
            startsOn: '2026-09-01',
            studentIds: [first, second, third],
          },
        ],
      },
    },
    {
      name: 'groups.move-students',
      who: 'olga',
      input: {
        moves: [
          { ...move(1, first), kind: 'transfer', groupId: college.groups.isp },
          { ...move(2, second), kind: 'academicLeave', endsOn: '2027-10-14' },
          { ...move(3, third), kind: 'studyForm', form: 'homeStudy', endsOn: null },
          ...(n === 1 ? [{ ...move(4, people.arslan), kind: 'expulsion' }] : []),
          ...(n === 1 ? [{ ...move(5, people.mira), kind: 'graduation' }] : []),
        ],
      },
    },
    {
      name: 'groups.appoint-curators',
      who: 'venera',
      input: {
        curatorships: [
          { groupId: college.groups.pkd, staffId: people.rustem, startsOn: `2026-0${n}-01`, endsOn: `2026-0${n}-20` },
        ],
      },
    },
  ];
}

const ledgerInput = ({ college }: World) => ({
  ...{ group: college.groups.isp, course: 1, section: college.sections.algorithms, period: college.periods.first },
  ...{ from: '2026-09-01', to: '2026-12-28', lessonsPerPage: 12 },
});

function yearExamples({ college }: World, n: number): Example[] {
  const span = { startsOn: `203${n}-09-01`, endsOn: `203${n + 1}-06-30` };
  const exception = { date: `203${n}-11-04`, kind: 'workday', name: 'Перенос', followsWeekday: 1 };
  return [
    {
      name: 'academic-year.open',
      who: 'venera',
      input: {
        ...{ name: `203${n}/203${n + 1}`, ...span },
        periods: [{ kind: 'semester', ordinal: 1, name: 'I семестр', ...span }],
        exceptions: [exception],
      },
    },
    {
      name: 'groups.open-periods',
      who: 'venera',
      input: { groupIds: [college.groups.pkd], periodIds: [college.periods.second] },
    },
  ];
}

async function signInInput(_: Prepared, n: number): Promise<Record<string, unknown>> {
  const client = { address: '198.51.100.7', device: 'Tests', deviceHash: null };
  const verification = await verifyLogin({ login: 'rustem', password, shared: false }, client);
  if (verification.kind !== 'verified') throw new Error(`rustem cannot sign in: ${verification.kind}, round ${n}`);
  const { address, device } = client;
  return { login: verification.login, shared: false, address, device, deviceToken: null, formerSession: null };
}
