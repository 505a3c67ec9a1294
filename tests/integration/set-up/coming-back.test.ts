import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blockAccount } from '@/features/accounts/block-account';
import { closeEnded } from '@/features/accounts/close-ended';
import { endPosition } from '@/features/accounts/end-position';
import { givePosition } from '@/features/accounts/give-position';
import { dismissStaff } from '@/features/people/dismiss-staff';
import { endGuardianship } from '@/features/people/end-guardianship';
import { reemployStaff } from '@/features/people/reemploy-staff';
import { saveGuardian } from '@/features/people/save-guardian';
import { saveStaff } from '@/features/people/save-staff';
import { loadStaff } from '@/features/structure/load-staff';
import { runAs, systemActor } from '@/server/system-actor';
import { testDatabase } from '../../support/database';
import { faultOf, meta, orderDesk } from '../../support/order-desk';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { order, enter, undo } = orderDesk(() => world);

const closed = async () => {
  const rows = await world.owner.account.findMany({ where: { blockedAt: { not: null } }, select: { login: true } });
  return rows.map(({ login }) => login).sort();
};
const night = async (date: string) => {
  await testDatabase().setClock(`${date}T08:00:00.000Z`);
  await runAs(systemActor(new Date(`${date}T08:00:00Z`), date, 'Europe/Samara'), closeEnded, {});
};

describe('T-014 R-033 accounts of people who are back', () => {
  it('open when the expulsion is undone, the parent’s too; one closed by hand stays closed', async () => {
    const { alina, artem, viktor } = world.people;
    const { orderId } = await enter(order({ kind: 'expulsion' }, [alina, artem]));
    await night('2026-10-15');
    expect(await closed()).toEqual(['alina', 'artem', 'viktor']);
    await world.owner.account.update({ where: { personId: viktor }, data: { blockReason: 'просил сам' } });
    await undo(orderId, { date: '2026-10-15' });
    expect(await closed()).toEqual(['viktor']);
    const steps = await world.owner.auditChange.findMany({
      where: { entity: 'account', event: { command: 'orders.undo' } },
    });
    expect(steps.map(({ recordId, after }) => [recordId, after]).sort()).toEqual(
      [alina, artem].map((id) => [id, null]).sort(),
    );
    await world.owner.account.updateMany({ data: { blockedAt: null, blockReason: null } });
  });

  it('open when an order brings the student back, not for those who stay away', async () => {
    const { timur, pavel } = world.people;
    await enter(order({ kind: 'expulsion' }, [timur, pavel]));
    await night('2026-10-16');
    expect(await closed()).toEqual(['pavel', 'timur']);
    const back = order({ kind: 'reinstatement', groupId: world.college.groups.isp }, [timur], {
      effectiveOn: '2026-10-16',
    });
    await enter(back);
    expect(await closed()).toEqual(['pavel']);
    await world.owner.account.updateMany({ data: { blockedAt: null, blockReason: null } });
  });

  it('open when a dismissal is taken back, with the positions that it had ended; a new position needs a later day', async () => {
    const [secretary, admin] = [await world.actor('olga'), await world.actor('denis')];
    const { irina: staffId } = world.people;
    const again = { role: 'methodist' as const, title: 'Методист', departmentId: null };
    expect((await faultOf(reemployStaff.execute(secretary, { staffId, position: null }, meta))).code).toBe('CONFLICT');
    await dismissStaff.execute(secretary, { staffId, leftOn: '2026-10-14' }, meta);
    await night('2026-10-15');
    expect(await closed()).toContain('irina');
    await reemployStaff.execute(secretary, { staffId, position: null }, meta);
    expect(await closed()).not.toContain('irina');
    expect((await world.actor('irina')).permissions.has('scheme.approve')).toBe(true);
    await dismissStaff.execute(secretary, { staffId, leftOn: '2026-10-15' }, meta);
    await night('2026-10-17');
    const early = reemployStaff.execute(secretary, { staffId, position: { ...again, startsOn: '2026-10-15' } }, meta);
    expect(await faultOf(early)).toMatchObject({ code: 'INVALID', options: { fields: ['startsOn'] } });
    await reemployStaff.execute(secretary, { staffId, position: { ...again, startsOn: '2026-10-17' } }, meta);
    expect((await world.actor('irina')).permissions.has('scheme.approve')).toBe(true);
    await blockAccount.execute(admin, { personId: staffId, reason: 'пароль узнали' }, meta);
    await dismissStaff.execute(secretary, { staffId, leftOn: '2026-10-17' }, meta);
    await reemployStaff.execute(secretary, { staffId, position: null }, meta);
    expect(await closed()).toContain('irina');
  });
});

describe('R-002 R-039 several positions of one person', () => {
  it('R-003 are given and taken by whoever enters people: not to oneself, and none that keeps accounts or rights', async () => {
    const secretary = await world.actor('olga');
    const job = { personId: world.people.rustem, title: 'Методист', departmentId: null, startsOn: '2026-10-14' };
    const { id } = await givePosition.execute(secretary, { ...job, role: 'methodist' }, meta);
    expect((await world.actor('rustem')).roles).toEqual(expect.arrayContaining(['methodist', 'teacher']));
    const own = givePosition.execute(secretary, { ...job, personId: world.people.olga, role: 'director' }, meta);
    expect((await faultOf(own)).code).toBe('INVALID');
    const admin = givePosition.execute(secretary, { ...job, role: 'admin' }, meta);
    expect((await faultOf(admin)).code).toBe('FORBIDDEN');
    await world.owner.rolePermission.create({ data: { role: 'director', permission: 'rights.edit' } });
    const strong = givePosition.execute(secretary, { ...job, role: 'director' }, meta);
    expect((await faultOf(strong)).code).toBe('FORBIDDEN');
    await world.owner.rolePermission.deleteMany({ where: { role: 'director', permission: 'rights.edit' } });
    await endPosition.execute(secretary, { positionId: id, endsOn: '2026-10-14' }, meta);
    await testDatabase().setClock('2026-10-15T08:00:00.000Z');
    expect((await world.actor('rustem')).roles).not.toContain('methodist');
    const held = await world.owner.staffPosition.findFirstOrThrow({ where: { staffId: world.people.denis } });
    const taken = endPosition.execute(secretary, { positionId: held.id, endsOn: '2026-10-14' }, meta);
    expect((await faultOf(taken)).code).toBe('FORBIDDEN');
  });

  it('T-083 a new surname is entered once; who only looks sees no telephones', async () => {
    const secretary = await world.actor('olga');
    const row = async (who: 'olga' | 'anton') =>
      (await loadStaff(await world.actor(who), { q: 'мухаметшин', left: false }))?.staff[0];
    expect((await row('anton'))?.person).toBeNull();
    const known = (await row('olga'))?.person;
    const given = { ...known, version: known?.version ?? 0, staffId: world.people.rustem, email: null };
    const edit = { ...given, lastName: 'Мухаметшин-Орлов', firstName: 'Рустем', middleName: 'Ильдарович' };
    const input = { ...edit, sex: 'male' as const, birthDate: '1980-01-02', phone: '+7 927 000-11-22' };
    await saveStaff.execute(secretary, input, meta);
    expect((await faultOf(saveStaff.execute(secretary, input, meta))).code).toBe('CONFLICT');
    const student = saveStaff.execute(secretary, { ...input, staffId: world.people.mira, version: 1 }, meta);
    expect((await faultOf(student)).code).toBe('NOT_FOUND');
  });
});

it('R-009 T-030 a parent who was entered and taken off on one day sees nothing from that minute', async () => {
  const { mira, viktor } = world.people;
  const secretary = await world.actor('olga');
  const known = await world.owner.person.findUniqueOrThrow({ where: { id: viktor } });
  const { lastName, firstName, middleName, phone } = known;
  await world.owner.person.update({ where: { id: viktor }, data: { phone: '+7 927 777-77-77' } });
  const parent = { lastName, firstName, middleName, phone: '+7 927 777-77-77', email: null, relation: 'опекун' };
  const tie = { ...parent, studentId: mira, guardianId: null, version: 0 as const, sex: 'male' as const };
  expect(await saveGuardian.execute(secretary, tie, meta)).toEqual({ guardianId: viktor });
  expect((await world.actor('viktor')).children).toContain(mira);
  await endGuardianship.execute(secretary, { studentId: mira, guardianId: viktor }, meta);
  expect((await world.actor('viktor')).children).not.toContain(mira);
  await saveGuardian.execute(secretary, tie, meta);
  expect((await world.actor('viktor')).children).toContain(mira);
  await world.owner.person.update({ where: { id: viktor }, data: { phone } });
});
