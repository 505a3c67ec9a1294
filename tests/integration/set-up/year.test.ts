import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openYear } from '@/features/academic-year/open-year';
import { setBells } from '@/features/academic-year/set-bells';
import { createProgrammes } from '@/features/curriculum/create-programmes';
import { enterCurricula } from '@/features/curriculum/enter-curricula';
import { appointCurators } from '@/features/groups/appoint-curators';
import { createGroups } from '@/features/groups/create-groups';
import { openPeriods } from '@/features/groups/open-periods';
import { adoptRegulation } from '@/features/institution/adopt-regulation';
import { createDepartments } from '@/features/institution/create-departments';
import { setUpInstitution } from '@/features/institution/set-up-institution';
import { employStaff } from '@/features/people/employ-staff';
import { linkGuardians } from '@/features/people/link-guardians';
import { openAccounts } from '@/features/people/open-accounts';
import { registerPeople } from '@/features/people/register-people';
import { enterSchemes } from '@/features/schemes/enter-schemes';
import { verifyPassword } from '@/server/password-hash';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };

describe('a year is prepared (R-021…R-030)', () => {
  it('opens with periods and calendar, once', async () => {
    const office = await world.actor('venera');
    const input = {
      name: '2027/2028',
      startsOn: '2027-09-01',
      endsOn: '2028-08-31',
      periods: [
        { kind: 'semester' as const, ordinal: 1, name: 'I семестр', startsOn: '2027-09-01', endsOn: '2027-12-28' },
      ],
      exceptions: [
        { date: '2027-11-04', kind: 'holiday' as const, name: 'День народного единства', followsWeekday: null },
      ],
    };
    const { id, periodIds } = await openYear.execute(office, input, meta);
    expect(await world.owner.calendarException.count({ where: { yearId: id } })).toBe(1);
    const opened = await openPeriods.execute(office, { groupIds: [world.college.groups.isp], periodIds }, meta);
    expect(opened).toEqual({ opened: 1 });
    await expect(openYear.execute(office, { ...input, name: 'Другой' }, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
  });

  it('has bells, programmes, plans, departments and groups with curators', async () => {
    const admin = await world.actor('denis');
    const bells = {
      name: 'Среда',
      isDefault: false,
      shortened: false,
      classPeriods: [{ number: 1, startsAt: '09:00', endsAt: '10:35' }],
    };
    await setBells.execute(admin, { schedules: [bells] }, meta);
    const programme = { code: '43.01.09', name: 'Повар, кондитер', qualification: 'Повар', termMonths: 34 };
    const programmes = await createProgrammes.execute(admin, { programmes: [programme] }, meta);
    const terms = [{ semester: 3, hours: 96, controlForm: 'gradedCredit' as const }];
    const items = [
      { index: 'ОП.04', name: 'Основы алгоритмизации и программирования', kind: 'discipline' as const, terms },
    ];
    const plan = { programId: programmes.ids[0] ?? 0, entryYear: 2026, approvedOn: '2026-06-27', items };
    const { curricula } = await enterCurricula.execute(admin, { curricula: [plan] }, meta);
    expect(await world.owner.course.count({ where: { name: items[0]?.name ?? '' } })).toBe(1);
    const departments = await createDepartments.execute(admin, { names: ['Отделение питания'] }, meta);
    const office = await world.actor('venera');
    const group = {
      name: 'ПКД-26-2',
      departmentId: departments.ids[0] ?? 0,
      curriculumId: curricula[0]?.id ?? 0,
      entryYear: 2026,
    };
    const groups = await createGroups.execute(office, { groups: [group] }, meta);
    await expect(createGroups.execute(office, { groups: [group] }, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
    const curatorship = { groupId: groups.ids[0] ?? 0, staffId: world.people.liliya, startsOn: '2026-09-01' };
    await appointCurators.execute(office, { curatorships: [curatorship] }, meta);
    await expect(appointCurators.execute(office, { curatorships: [curatorship] }, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
  });

  it('has an institution and a regulation only once for a day', async () => {
    const admin = await world.actor('denis');
    const institution = {
      name: 'Колледж',
      shortName: 'К',
      founder: 'Министерство',
      city: 'Самара',
      timeZone: 'Europe/Samara',
    };
    await expect(setUpInstitution.execute(admin, institution, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
    const nowhere = { ...institution, timeZone: 'Europe/Nowhere' };
    await expect(setUpInstitution.execute(admin, nowhere, meta)).rejects.toMatchObject({ code: 'INVALID' });
    const regulation = { validFrom: '2027-09-01', regulation: 's2' as const };
    await adoptRegulation.execute(admin, regulation, meta);
    await expect(adoptRegulation.execute(admin, regulation, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
  });
});

describe('people come to the college', () => {
  it('get positions, accounts with a salt of their own (T-002) and children', async () => {
    const admin = await world.actor('denis');
    const person = {
      lastName: 'Гараева',
      firstName: 'Лилия',
      middleName: 'Ринатовна',
      sex: 'female' as const,
      birthDate: '1985-05-05',
    };
    const { ids } = await registerPeople.execute(admin, { people: [person, { ...person, lastName: 'Юнусова' }] }, meta);
    const [first = 0, second = 0] = ids;
    const positions = [{ role: 'teacher' as const, title: 'Преподаватель', startsOn: '2026-09-01' }];
    await employStaff.execute(admin, { staff: [{ personId: first, hiredOn: '2026-09-01', positions }] }, meta);
    const accounts = ids.map((personId, place) => ({
      personId,
      login: `garaeva${place}`,
      password: 'семь сов у тихой реки',
    }));
    await world.owner.institution.updateMany({ data: { demo: false } });
    const weak = accounts.map((account) => ({ ...account, password: 'garaeva-1985-lilia' }));
    await expect(openAccounts.execute(admin, { accounts: weak }, meta)).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
    });
    await openAccounts.execute(admin, { accounts }, meta);
    await world.owner.institution.updateMany({ data: { demo: true } });
    const stored = await world.owner.account.findMany({
      where: { personId: { in: ids } },
      select: { passwordHash: true, mustChange: true },
    });
    expect(new Set(stored.map(({ passwordHash }) => passwordHash)).size).toBe(2);
    expect(stored.every(({ mustChange }) => mustChange)).toBe(true);
    expect(await verifyPassword(stored[0]?.passwordHash ?? '', 'семь сов у тихой реки')).toBe(true);
    const link = { guardianId: second, studentId: world.people.mira, relation: 'мать', startsOn: '2026-09-01' };
    await linkGuardians.execute(admin, { links: [link] }, meta);
    await expect(linkGuardians.execute(admin, { links: [{ ...link, studentId: first }] }, meta)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('a teacher enters drafts of own КТП only (R-046)', async () => {
    const course = await world.owner.course.findFirstOrThrow({ select: { id: true } });
    const topic = {
      part: '',
      title: 'Введение',
      lessonType: 'lecture',
      hours: 2,
      homework: '',
      taskType: null,
      taskTitle: null,
    };
    const scheme = {
      courseId: course.id,
      authorId: world.people.gulnara,
      title: 'КТП',
      approvedOn: null,
      topics: [topic],
    };
    const teacher = await world.actor('gulnara');
    const { schemes } = await enterSchemes.execute(teacher, { schemes: [scheme] }, meta);
    expect(schemes[0]?.topicIds).toHaveLength(1);
    const foreign = { ...scheme, authorId: world.people.rustem };
    await expect(enterSchemes.execute(teacher, { schemes: [foreign] }, meta)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const approved = { ...scheme, approvedOn: '2026-09-08' };
    await expect(enterSchemes.execute(teacher, { schemes: [approved] }, meta)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
