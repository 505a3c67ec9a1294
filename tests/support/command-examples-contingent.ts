import type { Example } from './command-example';
import type { World } from './world';

/** For each of two rounds: an order that can be undone, a parent to take off, two requests, something told of a list. */
export type PreparedContingent = {
  orderId: number;
  studentId: number;
  guardianId: number;
  withdrawn: number;
  decided: number;
  mismatch: number;
}[];

/** Orders, personal cards, requests and what curators tell. `n` keeps names and numbers of two rounds apart. */
export function contingentExamples({ college, people }: World, prepared: PreparedContingent, n: number): Example[] {
  const ready = prepared[n - 1];
  const order = (number: number) => ({
    ...{ number: `${10 * n + number}-к`, date: '2026-10-13', subject: 'О контингенте', effectiveOn: '2026-10-14' },
    studentIds: [],
  });
  const enrolment = (lastName: string) => {
    const newcomer = { lastName: `${lastName}${n}`, firstName: 'Анна', middleName: null, sex: 'female' };
    return { kind: 'enrollment', groupId: college.groups.pkd, newcomers: [{ ...newcomer, birthDate: '2010-05-05' }] };
  };
  const day = 5 + 10 * n;
  const form = { kind: 'studyForm', form: 'homeStudy', endsOn: `2026-10-${day + 2}` };
  const home = { ...order(4), effectiveOn: `2026-10-${day}`, act: form, studentIds: [people.igor] };
  const counter = { orderId: ready?.orderId, number: `${10 * n + 3}-к`, date: '2026-10-14', subject: 'Об отмене' };
  const undone = { ...counter, studentIds: [ready?.studentId] };
  const name = { lastName: 'Петрова', firstName: 'Ольга', middleName: `Ивановна${n}` };
  const contacts = { phone: `+7 927 000-00-0${n}`, email: `petrova${n}@example.org` };
  return [
    { name: 'orders.preview', who: 'olga', input: { ...order(1), act: enrolment('Осокина') } },
    { name: 'orders.enter', who: 'olga', input: { ...order(2), act: enrolment('Орлова'), seen: null } },
    { name: 'orders.preview', who: 'olga', input: home },
    { name: 'orders.enter', who: 'olga', input: { ...home, seen: null } },
    { name: 'orders.preview-undo', who: 'olga', input: undone },
    { name: 'orders.undo', who: 'olga', input: { ...undone, seen: null } },
    {
      name: 'contingent.report-mismatch',
      who: 'liliya',
      input: { groupId: college.groups.isp, kind: 'wrongData', studentId: people.alina, text: 'Отчество с ошибкой' },
    },
    {
      name: 'contingent.settle-mismatch',
      who: 'olga',
      input: { id: ready?.mismatch, reply: 'Исправлено по паспорту' },
    },
    { name: 'people.save-card', who: 'olga', input: { ...cardOf(people.kirill, n), ...contacts } },
    {
      name: 'people.save-guardian',
      who: 'olga',
      input: {
        ...{ studentId: people.kirill, guardianId: null, version: 0, relation: 'мать', sex: 'female' },
        ...{ ...name, ...contacts },
      },
    },
    {
      name: 'people.end-guardianship',
      who: 'olga',
      input: { studentId: people.kirill, guardianId: ready?.guardianId },
    },
    { name: 'people.check-card', who: 'liliya', input: { studentId: people.timur, version: 1 } },
    {
      name: 'people.request-change',
      who: 'renata',
      input: {
        ...{ studentId: people.alina, about: 'student', text: 'Паспорт принесём' },
        changes: { ...name, ...contacts, registeredAddress: 'Садовая, 1', livingAddress: 'Садовая, 2' },
      },
    },
    { name: 'people.withdraw-request', who: 'renata', input: { requestId: ready?.withdrawn } },
    {
      name: 'people.decide-request',
      who: 'liliya',
      input: { requestId: ready?.decided, accept: true, reply: 'Внесено' },
    },
  ];
}

function cardOf(studentId: number, version: number) {
  return {
    ...{ studentId, version, lastName: 'Петров', firstName: 'Кирилл', middleName: 'Андреевич' },
    ...{ sex: 'male', birthDate: '2009-09-09', recordNumber: `К-${version}` },
    ...{ registeredAddress: 'Садовая, 1', livingAddress: 'Садовая, 2', socialStatuses: ['largeFamily'] },
  };
}

export async function prepareContingent({ owner, college, people }: World): Promise<PreparedContingent> {
  const made: PreparedContingent = [];
  for (const n of [1, 2]) {
    const named = (lastName: string) => ({ lastName, firstName: 'Лия', sex: 'female' as const });
    const { id: orderId } = await owner.administrativeOrder.create({
      data: { number: `${n}-отм`, date: new Date('2026-09-25'), kind: 'enrollment', subject: 'О зачислении' },
    });
    const stay = { groupId: college.groups.pkd, startsOn: new Date('2026-10-01'), entryOrderId: orderId };
    const { id: studentId } = await owner.person.create({
      data: { ...named(`Лишняя${n}`), student: { create: { enrollments: { create: stay } } } },
    });
    const { id: guardianId } = await owner.person.create({ data: named(`Тётина${n}`) });
    await owner.guardianship.create({
      data: { guardianId, studentId: people.kirill, relation: 'тётя', startsOn: new Date('2026-09-01') },
    });
    const at = { groupId: college.groups.isp, createdAt: new Date('2026-10-12T08:00:00Z') };
    const request = () =>
      owner.dataChangeRequest.create({
        data: {
          ...{ ...at, studentId: people.alina, personId: people.alina, authorId: people.renata },
          ...{ changes: {}, text: 'Новый адрес сообщим' },
        },
      });
    const [withdrawn, decided] = [(await request()).id, (await request()).id];
    const { id: mismatch } = await owner.contingentMismatch.create({
      data: { ...at, kind: 'notListed', text: 'Ходит новенький', authorId: people.liliya },
    });
    made.push({ orderId, studentId, guardianId, withdrawn, decided, mismatch });
  }
  return made;
}
