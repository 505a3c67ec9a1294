import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadMismatches } from '@/features/contingent/load-mismatches';
import { reportMismatch } from '@/features/contingent/report-mismatch';
import { settleMismatch } from '@/features/contingent/settle-mismatch';
import { loadSubjects } from '@/features/diary/load-subjects';
import { checkCard } from '@/features/people/check-card';
import { decideRequest } from '@/features/people/decide-request';
import { endGuardianship } from '@/features/people/end-guardianship';
import { loadCard } from '@/features/people/load-card';
import { loadOwnData } from '@/features/people/load-own-data';
import { loadPeople } from '@/features/people/load-people';
import { loadWaitingRequests } from '@/features/people/load-requests';
import { requestChange } from '@/features/people/request-change';
import { saveCard } from '@/features/people/save-card';
import { saveGuardian } from '@/features/people/save-guardian';
import { withdrawRequest } from '@/features/people/withdraw-request';
import { testDatabase } from '../support/database';
import { journalDesk, marked } from '../support/journal-desk';
import { faultOf, meta, orderDesk } from '../support/order-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save } = journalDesk(() => world);
const { order, enter } = orderDesk(() => world);
type Who = Parameters<World['actor']>[0];

const card = async (who: Who, student: keyof World['people']) =>
  loadCard(await world.actor(who), world.people[student], meta);
const cardOf = async (who: Who, student: keyof World['people']) => {
  const found = await card(who, student);
  if (!found) throw new Error('no card');
  return found;
};
/** The card as its form sends it back, with what was typed over. */
const saving = async (who: Who, student: keyof World['people'], typed: object, version?: number) => {
  const seen = await cardOf('venera', student);
  const { lastName, firstName, middleName, sex, birthDate, phone, email } = seen;
  const { recordNumber, registeredAddress, livingAddress, socialStatuses } = seen;
  const whole = { lastName, firstName, middleName, sex, birthDate, phone: null, email };
  const student_ = { recordNumber, registeredAddress, livingAddress, socialStatuses };
  const base = { studentId: seen.studentId, version: version ?? seen.version, ...whole, ...student_ };
  void phone;
  return saveCard.execute(await world.actor(who), { ...base, ...typed }, meta);
};

describe('R-035 the personal card', () => {
  it('is read by its curator, the department, the office and the directors, by nobody else, and each reading is told', async () => {
    const seen = async (who: Who) => (await card(who, 'alina')) !== null;
    for (const who of ['liliya', 'tatyana', 'venera', 'olga', 'nadezhda', 'sergey'] as const)
      expect(await seen(who), who).toBe(true);
    for (const who of ['gulnara', 'rustem', 'denis', 'irina', 'observer', 'alina', 'renata'] as const)
      expect(await seen(who), who).toBe(false);
    expect(await card('liliya', 'arslan')).toBeNull();
    expect(await card('tatyana', 'arslan')).toBeNull();
    const told = await world.owner.securityEvent.findMany({
      where: { kind: 'cardRead' },
      select: { personId: true, detail: true },
    });
    expect(told).toHaveLength(6);
    expect(told[0]).toEqual({ personId: world.people.liliya, detail: `student ${world.people.alina}` });
  });

  it('the curator keeps contacts and social status; the history holds them enciphered (T-074)', async () => {
    const typed = {
      phone: '+7 927 111-22-33',
      livingAddress: 'Заречный, Садовая, 1',
      registeredAddress: 'Заречный, Садовая, 1',
    };
    await saving('liliya', 'alina', { ...typed, socialStatuses: ['largeFamily'] });
    const after = await cardOf('liliya', 'alina');
    expect(after).toMatchObject({ ...typed, socialStatuses: ['largeFamily'], version: 2, gaps: [] });
    const event = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'people.save-card' },
      select: {
        personId: true,
        changes: { select: { field: true, after: true, personal: { select: { personId: true } } } },
      },
    });
    expect(event.personId).toBe(world.people.liliya);
    expect(event.changes.map(({ field }) => field).sort()).toEqual([
      'livingAddress',
      'phone',
      'registeredAddress',
      'socialStatuses',
    ]);
    expect(
      event.changes.every(({ after: open, personal }) => open === null && personal?.personId === world.people.alina),
    ).toBe(true);
  });

  it('refuses what is not the curator’s, another group, contradictions and bad values; nothing is saved', async () => {
    const cases: [Who, keyof World['people'], object, string][] = [
      ['liliya', 'timur', { lastName: 'Другой' }, 'INVALID'],
      ['liliya', 'timur', { birthDate: '2001-01-01' }, 'INVALID'],
      ['liliya', 'arslan', { phone: '+7 900 000-00-00' }, 'NOT_FOUND'],
      ['gulnara', 'timur', { phone: '+7 900 000-00-00' }, 'FORBIDDEN'],
      ['denis', 'timur', { phone: '+7 900 000-00-00' }, 'NOT_FOUND'],
      ['venera', 'timur', { socialStatuses: ['none', 'orphan'] }, 'INVALID'],
      ['venera', 'timur', { phone: 'позвоните маме' }, 'INVALID'],
      ['venera', 'timur', { email: 'не знаю' }, 'INVALID'],
    ];
    for (const [who, student, typed, code] of cases) {
      expect((await faultOf(saving(who, student, typed))).code, JSON.stringify([who, typed])).toBe(code);
    }
    expect((await cardOf('venera', 'timur')).version).toBe(1);
    await saving('olga', 'timur', { lastName: 'Абдуллин', recordNumber: '25-017' });
    expect((await faultOf(saving('olga', 'kirill', { recordNumber: '25-017' }))).code).toBe('DUPLICATE');
  });

  it('T-083 two people at one card: the second is told and overwrites nothing', async () => {
    const { version } = await cardOf('venera', 'artem');
    await saving('liliya', 'artem', { phone: '+7 927 000-00-01' }, version);
    expect((await faultOf(saving('olga', 'artem', { phone: '+7 927 000-00-02' }, version))).code).toBe('CONFLICT');
    expect((await cardOf('venera', 'artem')).phone).toBe('+7 927 000-00-01');
    expect(
      (await faultOf(checkCard.execute(await world.actor('liliya'), { studentId: world.people.artem, version }, meta)))
        .code,
    ).toBe('CONFLICT');
  });

  it('parents: one of two children is one person; whoever is taken off sees the diary no more', async () => {
    const { mira, alina, renata } = world.people;
    const known = await world.owner.person.findUniqueOrThrow({ where: { id: renata }, select: { version: true } });
    const base = {
      relation: 'мать',
      sex: 'female' as const,
      lastName: 'Давлетшина',
      firstName: 'Рената',
      middleName: 'Фаридовна',
    };
    const mended = { ...base, ...known, studentId: alina, guardianId: renata, phone: '+7 927 555-00-00', email: null };
    await saveGuardian.execute(await world.actor('liliya'), mended, meta);
    const again = { ...mended, studentId: mira, guardianId: null, version: 0 };
    expect(await saveGuardian.execute(await world.actor('venera'), again, meta)).toEqual({ guardianId: renata });
    expect((await faultOf(saveGuardian.execute(await world.actor('venera'), again, meta))).code).toBe('DUPLICATE');
    expect((await world.actor('renata')).children).toContain(mira);
    await testDatabase().setClock('2026-10-15T08:00:00.000Z');
    await endGuardianship.execute(await world.actor('venera'), { studentId: mira, guardianId: renata }, meta);
    expect((await world.actor('renata')).children).not.toContain(mira);
  });
});

describe('R-036 the half-yearly check', () => {
  it('is the curator’s mark, and who was not checked is found', async () => {
    const list = async (state: 'unchecked' | 'incomplete') =>
      (await loadPeople(await world.actor('liliya'), { q: '', group: null, state, page: 1 }))?.lines.map(
        ({ studentId }) => studentId,
      );
    expect(await list('unchecked')).toContain(world.people.timur);
    expect((await cardOf('liliya', 'timur')).check).toEqual({ state: 'overdue', last: null });
    const { version } = await cardOf('liliya', 'timur');
    await checkCard.execute(await world.actor('liliya'), { studentId: world.people.timur, version }, meta);
    expect(await list('unchecked')).not.toContain(world.people.timur);
    expect((await cardOf('liliya', 'timur')).check).toEqual({
      state: 'done',
      last: { on: '2026-10-14', by: 'Ганеева Л. Р.' },
    });
    expect(await list('incomplete')).toContain(world.people.timur);
    const found = await loadPeople(await world.actor('liliya'), {
      q: 'Виктор Степанович',
      group: null,
      state: '',
      page: 1,
    });
    expect(found?.lines.map(({ studentId }) => studentId)).toEqual([world.people.artem]);
    await testDatabase().setClock('2027-01-12T08:00:00.000Z');
    expect((await cardOf('liliya', 'timur')).check.state).toBe('due');
  });
});

describe('R-037 a parent asks to change data', () => {
  const ask = async (who: Who, given: object) => {
    const base = { studentId: world.people.arslan, about: 'student' as const, changes: {}, text: '' };
    return requestChange.execute(await world.actor(who), { ...base, ...given }, meta);
  };

  it('the curator is told and accepts; names wait for the study office', async () => {
    const { alina, arslan } = world.people;
    expect((await loadOwnData(await world.actor('renata'), alina))?.childName).toBe('Давлетшина Алина Рустамовна');
    expect(await loadOwnData(await world.actor('viktor'), alina)).toBeNull();
    const { id } = await ask('renata', { studentId: alina, changes: { phone: '+7 927 222-00-00', email: '' } });
    const [line] = await loadWaitingRequests(await world.actor('liliya'));
    expect(line).toMatchObject({ id, student: 'Давлетшина Алина Рустамовна', mayAccept: true });
    expect(line?.changes.map(({ label, after }) => [label, after])).toEqual([
      ['телефон', '+7 927 222-00-00'],
      ['электронная почта', ''],
    ]);
    const decide = async (who: Who, requestId: number, accept = true, reply = '') =>
      decideRequest.execute(await world.actor(who), { requestId, accept, reply }, meta);
    expect((await faultOf(decide('rustem', id))).code).toBe('FORBIDDEN');
    await decide('liliya', id);
    expect(await cardOf('liliya', 'alina')).toMatchObject({ phone: '+7 927 222-00-00', email: null });
    expect((await faultOf(decide('venera', id))).code).toBe('CONFLICT');

    const own = await ask('renata', {
      studentId: alina,
      about: 'self',
      changes: { lastName: 'Каримова', livingAddress: 'чужой' },
    });
    expect((await faultOf(decide('liliya', own.id))).code).toBe('INVALID');
    await decide('venera', own.id);
    expect((await cardOf('venera', 'alina')).guardians[0]?.lastName).toBe('Каримова');
    expect((await cardOf('venera', 'alina')).livingAddress).not.toBe('чужой');

    const other = await ask('renata', { studentId: arslan, text: 'Переехали, адрес сообщим' });
    expect(await loadWaitingRequests(await world.actor('liliya'))).toEqual([]);
    expect((await faultOf(decide('liliya', other.id))).code).toBe('NOT_FOUND');
    expect((await faultOf(decide('venera', other.id, false))).code).toBe('INVALID');
    await decide('venera', other.id, false, 'Пришлите адрес');
    const seen = await loadOwnData(await world.actor('renata'), arslan);
    expect(seen?.requests[0]).toMatchObject({ state: 'declined', reply: 'Пришлите адрес' });
  });

  it('is refused to strangers, empty, and taken back only by its author', async () => {
    expect((await faultOf(ask('viktor', { text: 'х' }))).code).toBe('NOT_FOUND');
    expect((await faultOf(ask('arslan', { text: 'х' }))).code).toBe('FORBIDDEN');
    expect((await faultOf(ask('renata', {}))).code).toBe('INVALID');
    const { id: requestId } = await ask('renata', { text: 'Новый телефон позже' });
    expect((await faultOf(withdrawRequest.execute(await world.actor('viktor'), { requestId }, meta))).code).toBe(
      'NOT_FOUND',
    );
    await withdrawRequest.execute(await world.actor('renata'), { requestId }, meta);
    expect((await faultOf(withdrawRequest.execute(await world.actor('renata'), { requestId }, meta))).code).toBe(
      'CONFLICT',
    );
  });
});

describe('R-038 the curator reports what does not agree', () => {
  it('the study office reads it, answers once, and the curator reads the answer', async () => {
    const { isp, pkd } = world.college.groups;
    const tell = async (who: Who, given: object) =>
      reportMismatch.execute(
        await world.actor(who),
        { groupId: isp, kind: 'notStudying', studentId: world.people.pavel, text: 'Не приходит с 1 октября', ...given },
        meta,
      );
    const { id } = await tell('liliya', {});
    expect((await faultOf(tell('liliya', { groupId: pkd }))).code).toBe('NOT_FOUND');
    expect((await faultOf(tell('liliya', { studentId: world.people.mira }))).code).toBe('NOT_ENROLLED');
    expect((await faultOf(tell('liliya', { studentId: null }))).code).toBe('INVALID');
    expect((await faultOf(tell('gulnara', {}))).code).toBe('FORBIDDEN');
    const [line] = await loadMismatches(await world.actor('olga'));
    expect(line).toMatchObject({
      id,
      group: 'ИСП-25-1',
      student: 'Горшков Павел Олегович',
      maySettle: true,
      answer: null,
    });
    const settle = async () =>
      settleMismatch.execute(await world.actor('olga'), { id, reply: 'Готовим приказ об отчислении' }, meta);
    await settle();
    expect((await faultOf(settle())).code).toBe('CONFLICT');
    expect((await loadMismatches(await world.actor('liliya'), isp))[0]?.answer?.reply).toBe(
      'Готовим приказ об отчислении',
    );
    expect(await loadMismatches(await world.actor('rustem'))).toEqual([]);
  });
});

describe('R-033 marks of a former group', () => {
  it('stay in its journal and are seen in the diary and on the card', async () => {
    const { lessons, sections, groups } = world.college;
    await save('rustem', marked(lessons.foreign, world.people.arslan, '4'), { sectionId: sections.foreign });
    await enter(order({ kind: 'transfer', groupId: groups.isp }, [world.people.arslan], { effectiveOn: '2026-10-15' }));
    await testDatabase().setClock('2026-10-16T08:00:00.000Z');
    const diary = await loadSubjects(await world.actor('renata'), world.people.arslan);
    expect(diary?.subjects.rows.flatMap(({ recent }) => recent)).toEqual(['4']);
    expect((await cardOf('venera', 'arslan')).marks).toMatchObject([{ group: 'ПКД-26-1', marks: ['4'] }]);
    expect((await cardOf('liliya', 'arslan')).marks).toHaveLength(1);
    expect((await cardOf('olga', 'arslan')).marks).toBeNull();
  });
});
