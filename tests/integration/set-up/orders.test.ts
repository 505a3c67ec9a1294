import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { divideGroups } from '@/features/groups/divide-groups';
import { enrolStudents } from '@/features/groups/enrol-students';
import { moveStudents } from '@/features/groups/move-students';
import { decideParentAccess } from '@/features/people/decide-parent-access';
import { registerPeople } from '@/features/people/register-people';
import { registerStudents } from '@/features/people/register-students';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };
const order = (number: string) => ({ number, date: '2026-10-13', subject: 'О движении контингента' });
const auditOf = (command: string) =>
  world.owner.auditEvent.findFirstOrThrow({
    where: { command },
    orderBy: { id: 'desc' },
    select: { personId: true, roles: true, changes: { select: { entity: true, field: true, after: true } } },
  });

async function newStudent(lastName: string): Promise<number> {
  const secretary = await world.actor('olga');
  const { ids } = await registerPeople.execute(
    secretary,
    { people: [{ lastName, firstName: 'Алсу', middleName: 'Маратовна', sex: 'female', birthDate: '2010-01-15' }] },
    meta,
  );
  const personId = ids[0] ?? 0;
  await registerStudents.execute(secretary, { students: [{ personId, recordNumber: null }] }, meta);
  return personId;
}

describe('orders on students (R-033)', () => {
  it('enrols by an order and leaves its audit row, personal data enciphered (T-074, T-080)', async () => {
    const student = await newStudent('Гарипова');
    const { pkd } = world.college.groups;
    const input = { orders: [{ ...order('301-с'), groupId: pkd, startsOn: '2026-10-14', studentIds: [student] }] };
    await enrolStudents.execute(await world.actor('olga'), input, meta);
    expect(await world.owner.enrollment.count({ where: { studentId: student, groupId: pkd, endsOn: null } })).toBe(1);
    const event = await auditOf('groups.enrol-students');
    expect(event.personId).toBe(world.people.olga);
    expect(event.changes.map(({ entity }) => entity)).toEqual(['order', 'enrollment']);
    const person = await auditOf('people.register');
    expect(person.changes.every(({ after }) => after === null)).toBe(true);
  });

  it('refuses a second membership of the same days', async () => {
    const { isp } = world.college.groups;
    const input = {
      orders: [{ ...order('302-с'), groupId: isp, startsOn: '2026-10-14', studentIds: [world.people.arslan] }],
    };
    await expect(enrolStudents.execute(await world.actor('olga'), input, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    expect(await world.owner.administrativeOrder.count({ where: { number: '302-с' } })).toBe(0);
  });

  it('moves to another group from the effective day: the former membership ends the day before', async () => {
    const student = await newStudent('Нуриева');
    const { isp, pkd } = world.college.groups;
    const secretary = await world.actor('olga');
    const entry = { ...order('303-с'), groupId: pkd, startsOn: '2026-09-01', studentIds: [student] };
    await enrolStudents.execute(secretary, { orders: [entry] }, meta);
    const move = {
      ...order('304-с'),
      kind: 'transfer' as const,
      studentId: student,
      groupId: isp,
      effectiveOn: '2026-10-14',
    };
    await moveStudents.execute(secretary, { moves: [move] }, meta);
    const rows = await world.owner.enrollment.findMany({
      where: { studentId: student },
      orderBy: { startsOn: 'asc' },
      select: { groupId: true, startsOn: true, endsOn: true },
    });
    expect(rows).toEqual([
      { groupId: pkd, startsOn: new Date('2026-09-01'), endsOn: new Date('2026-10-13') },
      { groupId: isp, startsOn: new Date('2026-10-14'), endsOn: null },
    ]);
  });

  it('closes the row on leave, and on home study because the profile says so (R-075)', async () => {
    const [leave, home] = [await newStudent('Сафина'), await newStudent('Юсупова')];
    const secretary = await world.actor('olga');
    const entry = {
      ...order('305-с'),
      groupId: world.college.groups.pkd,
      startsOn: '2026-09-01',
      studentIds: [leave, home],
    };
    await enrolStudents.execute(secretary, { orders: [entry] }, meta);
    const base = { ...order('306-с'), effectiveOn: '2026-10-14', endsOn: null };
    const moves = [
      { ...base, kind: 'academicLeave' as const, studentId: leave },
      { ...base, kind: 'studyForm' as const, form: 'homeStudy' as const, studentId: home },
    ];
    await moveStudents.execute(secretary, { moves }, meta);
    const rows = await world.owner.enrollmentStatus.findMany({
      where: { enrollment: { studentId: { in: [leave, home] } } },
      select: { kind: true, closesJournal: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows.every(({ closesJournal }) => closesJournal)).toBe(true);
  });

  it('refuses to move one who is in no group, and a teacher any order at all', async () => {
    const student = await newStudent('Зарипова');
    const moves = [{ ...order('307-с'), kind: 'expulsion' as const, studentId: student, effectiveOn: '2026-10-14' }];
    await expect(moveStudents.execute(await world.actor('olga'), { moves }, meta)).rejects.toMatchObject({
      code: 'NOT_ENROLLED',
    });
    await expect(moveStudents.execute(await world.actor('gulnara'), { moves }, meta)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('divides a group into subgroups (R-031)', async () => {
    const { isp } = world.college.groups;
    const members = [{ studentId: world.people.alina, startsOn: '2026-09-01' }];
    const subgroups = [{ groupId: isp, division: 'Информатика', name: '1-я подгруппа', members }];
    const { ids } = await divideGroups.execute(await world.actor('nadezhda'), { subgroups }, meta);
    const count = () => world.owner.subgroupMembership.count({ where: { subgroupId: { in: ids } } });
    expect(await count()).toBe(1);
    const later = subgroups.map((row) => ({
      ...row,
      members: [{ studentId: world.people.artem, startsOn: '2026-10-01' }],
    }));
    expect(await divideGroups.execute(await world.actor('nadezhda'), { subgroups: later }, meta)).toEqual({ ids });
    expect(await count()).toBe(2);
    const strangers = later.map((row) => ({
      ...row,
      members: [{ studentId: world.people.arslan, startsOn: '2026-10-01' }],
    }));
    await expect(
      divideGroups.execute(await world.actor('nadezhda'), { subgroups: strangers }, meta),
    ).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
  });
});

describe('access of parents to an adult’s diary (G-11)', () => {
  it('is closed by the adult, not by a minor', async () => {
    const secretary = await world.actor('olga');
    const decide = (studentId: number) => decideParentAccess.execute(secretary, { studentId, allowed: false }, meta);
    await decide(world.people.artem);
    expect(await world.owner.parentAccessDecision.count({ where: { studentId: world.people.artem } })).toBe(1);
    await expect(decide(world.people.arslan)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(decide(world.people.gulnara)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
