import type { Example } from './command-example';
import type { World } from './world';

const day = (date: string) => new Date(date);

/** Of one round: plans in every state, an order that waits, journals to be given, handed over, closed and joined. */
type Round = {
  plans: { draft: number; sound: number; approved: number; mistaken: number };
  line: number;
  order: number;
  unopened: number;
  journals: { free: number; taught: number; empty: number; one: number; other: number };
  stream: number;
};
export type PlanRows = readonly Round[];

export async function preparePlans(world: World, curriculumId: number): Promise<PlanRows> {
  return [await prepareRound(world, curriculumId, 1), await prepareRound(world, curriculumId, 2)];
}

async function prepareRound({ owner, college, people }: World, curriculumId: number, n: number): Promise<Round> {
  const { programId } = await owner.curriculum.findUniqueOrThrow({ where: { id: curriculumId } });
  const courseOf = async (name: string) =>
    (await owner.course.create({ data: { name: `${name} ${n}`, kind: 'discipline' } })).id;
  const courseId = await courseOf('Охрана труда');
  const plan = async (entryYear: number) => {
    const items = {
      create: {
        courseId,
        index: 'ОП.05',
        ordinal: 1,
        terms: { create: { semester: 1, hours: 36, controlForm: 'credit' as const } },
      },
    };
    return (await owner.curriculum.create({ data: { programId, entryYear: entryYear + 10 * n, items } })).id;
  };
  const approved = await plan(2050);
  await owner.curriculum.update({
    where: { id: approved },
    data: { state: 'approved', approvedOn: day('2026-06-30') },
  });
  const itemOf = async (name: string, index: string) => {
    const terms = { create: { semester: 3, hours: 36, controlForm: 'credit' as const } };
    return (
      await owner.curriculumItem.create({
        data: { curriculumId, courseId: await courseOf(name), index: `${index}.${n}`, terms },
      })
    ).id;
  };
  const journal = async (itemId: number, groupId: number, teacherId: number | null, streamId: number | null = null) => {
    const teachers = teacherId === null ? {} : { create: { teacherId, startsOn: day('2026-09-01') } };
    const periods = { create: { periodId: college.periods.first, plannedHours: 36, controlForm: 'credit' as const } };
    const data = { yearId: college.years.open, itemId, groupId, streamId, teachers, periods };
    return (await owner.courseSection.create({ data })).id;
  };
  const { isp, pkd } = college.groups;
  const [pair, joined] = [await itemOf('История', 'СГ.11'), await itemOf('Право', 'СГ.12')];
  const stream = await owner.teachingStream.create({ data: { yearId: college.years.open, name: `Поток ${n}` } });
  await journal(joined, isp, people.liliya, stream.id);
  await journal(joined, pkd, people.liliya, stream.id);
  const waiting = { kind: 'load', number: `${n}0-н`, orderedOn: day('2026-10-13'), about: 'О нагрузке' } as const;
  const draft = await plan(2051);
  return {
    plans: { draft, sound: await plan(2052), approved, mistaken: await plan(2053) },
    line: (await owner.curriculumItem.findFirstOrThrow({ where: { curriculumId: draft } })).id,
    order: (
      await owner.planningOrder.create({
        data: { ...waiting, registeredAt: day('2026-10-13'), registeredById: people.venera },
      })
    ).id,
    unopened: await itemOf('Статистика', 'ЕН.11'),
    journals: {
      free: await journal(await itemOf('Логика', 'ЕН.12'), isp, null),
      taught: await journal(await itemOf('Экология', 'ЕН.13'), isp, people.rustem),
      empty: await journal(await itemOf('Этика', 'СГ.13'), isp, null),
      one: await journal(pair, isp, people.gulnara),
      other: await journal(pair, pkd, people.gulnara),
    },
    stream: stream.id,
  };
}

/** Of study plans, the orders that change them, load, streams and divisions. */
export function planExamples(world: World, rows: PlanRows, n: number): Example[] {
  const ready = rows[n - 1];
  if (!ready) throw new Error(`no rows for round ${n}`);
  const { plans, line, order } = ready;
  const kinds = {
    lectures: 20,
    practical: 10,
    laboratory: 4,
    coursework: 2,
    selfStudy: 4,
    consultations: 2,
    attestation: 6,
  };
  const terms = [{ semester: 1, hours: 36, controlForm: 'credit', complex: null, withCoursework: true, ...kinds }];
  const saved = { id: line, index: 'ОП.06', name: `Безопасность ${n}`, kind: 'discipline', passFail: true, terms };
  const decree = { number: `${n}-у`, orderedOn: '2026-10-13', about: 'О часах' };
  return [
    { name: 'curriculum.start', who: 'venera', input: { programId: 1, entryYear: 2045 + n, fromId: plans.sound } },
    {
      name: 'curriculum.save',
      who: 'venera',
      input: { curriculumId: plans.draft, version: 1, weeks: [{ semester: 1, weeks: 17 }], lines: [saved] },
    },
    {
      name: 'curriculum.approve',
      who: 'nadezhda',
      input: { curriculumId: plans.sound, version: 1, approvedOn: '2026-10-13', reason: 'решение педсовета' },
    },
    {
      name: 'curriculum.open-for-change',
      who: 'venera',
      input: { curriculumId: plans.approved, version: 1, ...decree },
    },
    { name: 'curriculum.remove', who: 'venera', input: { curriculumId: plans.mistaken, version: 1 } },
    { name: 'planning-orders.register', who: 'anton', input: { kind: 'timetable', ...decree } },
    { name: 'planning-orders.enter', who: 'venera', input: { orderId: order } },
    ...loadExamples(world, ready, decree),
    ...divisionExamples(world, n),
  ];
}

type Decree = { number: string; orderedOn: string; about: string };

function loadExamples({ college, people }: World, { unopened, journals, stream }: Round, decree: Decree): Example[] {
  const [yearId, groupId] = [college.years.open, college.groups.isp];
  const hours = [{ sectionId: journals.free, periodId: college.periods.first, was: 36, hours: 40 }];
  return [
    {
      name: 'teaching-load.open-lines',
      who: 'venera',
      input: { yearId, groupId, lines: [{ itemId: unopened, division: null }] },
    },
    {
      name: 'teaching-load.save',
      who: 'venera',
      input: { groupId, teachers: [{ sectionId: journals.free, was: null, teacherId: people.liliya }], hours },
    },
    { name: 'teaching-load.adopt', who: 'nadezhda', input: { yearId, order: decree } },
    {
      name: 'teaching-load.change-teacher',
      who: 'venera',
      input: {
        ...{ sectionId: journals.taught, was: people.rustem, teacherId: people.liliya, from: '2026-10-14' },
        order: { ...decree, number: `${decree.number}-2` },
      },
    },
    { name: 'teaching-load.close-journals', who: 'venera', input: { groupId, sectionIds: [journals.empty] } },
    {
      name: 'teaching-load.form-stream',
      who: 'venera',
      input: { name: `Соединённый ${decree.number}`, sectionIds: [journals.one, journals.other] },
    },
    { name: 'teaching-load.dissolve-stream', who: 'venera', input: { streamId: stream } },
  ];
}

function divisionExamples({ college, people }: World, n: number): Example[] {
  const groupId = college.groups.isp;
  const students = [{ studentId: people.alina, was: null, now: `${n}-я` }];
  return [
    {
      name: 'groups.redivide',
      who: 'venera',
      input: { groupId, division: `Информатика ${n}`, from: '2026-10-14', subgroups: [`${n}-я`], students },
    },
    {
      name: 'groups.confirm-division',
      who: 'venera',
      input: { groupId, division: 'Физическая культура', on: '2026-10-14' },
    },
  ];
}
