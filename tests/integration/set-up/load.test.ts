import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmDivision } from '@/features/groups/confirm-division';
import { loadSubgroups } from '@/features/groups/load-subgroups';
import { redivideGroup } from '@/features/groups/redivide';
import { adoptLoad } from '@/features/teaching-load/adopt-load';
import { closeJournals } from '@/features/teaching-load/close-journals';
import { dissolveStream } from '@/features/teaching-load/dissolve-stream';
import { formStream } from '@/features/teaching-load/form-stream';
import { loadGroupLoad } from '@/features/teaching-load/load-group-load';
import { loadOverview } from '@/features/teaching-load/load-overview';
import { loadStreams } from '@/features/teaching-load/load-streams';
import { loadTeachers } from '@/features/teaching-load/load-teachers';
import { saveLoad } from '@/features/teaching-load/save-load';
import { testDatabase } from '../../support/database';
import { type LoadDesk, loadDesk, loadOrderOf } from '../../support/load-desk';
import { buildWorld, type World, worldNow } from '../../support/world';
import { divideWorld, type Subgroups } from '../../support/world-subgroups';

const meta = { address: 'test', device: 'test' };
let world: World;
let parts: Subgroups;
let desk: LoadDesk;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  parts = await divideWorld(world);
  desk = await loadDesk(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const office = () => desk.office();

describe('R-025, R-076 journals by the lines of a plan', () => {
  it('open with the plan’s hours and nobody to teach them; a line that has one, and a foreign line, are refused', async () => {
    const { isp, pkd } = world.college.groups;
    await desk.open(isp, 'ЕН.01');
    const load = await loadGroupLoad(await office(), { groupId: isp, year: undefined });
    const maths = load?.lines.find(({ index }) => index === 'ЕН.01');
    const { first, second } = world.college.periods;
    expect(maths).toMatchObject({
      plan: [
        { half: 1, hours: 68 },
        { half: 2, hours: 40 },
      ],
      parts: [{ teachers: [], subgroup: null }],
    });
    expect(new Set(maths?.parts[0]?.periods)).toEqual(
      new Set([
        { periodId: first, hours: 68 },
        { periodId: second, hours: 40 },
      ]),
    );
    await expect(desk.open(isp, 'ЕН.01')).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(desk.open(pkd, 'ЕН.01')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const overview = await loadOverview(await office(), undefined);
    expect(overview?.groups.find(({ id }) => id === isp)).toMatchObject({
      lines: 5,
      opened: 3,
      unassigned: 1,
      loose: 1,
      reviews: 1,
    });
  });

  it('a divided course has a journal for every subgroup', async () => {
    const { isp } = world.college.groups;
    await desk.open(isp, 'СГ.01', 'Иностранный язык');
    const sections = await world.owner.courseSection.findMany({
      where: { itemId: desk.itemOf('СГ.01'), groupId: isp },
    });
    expect(sections.map(({ subgroupId }) => subgroupId).sort()).toEqual([parts.one, parts.two].sort());
  });

  it('empty ones go, those with lessons stay and say why', async () => {
    const { isp } = world.college.groups;
    const { ids } = await desk.open(isp, 'ОП.09');
    await closeJournals.execute(await office(), { groupId: isp, sectionIds: ids }, meta);
    expect(await world.owner.courseSection.count({ where: { id: { in: ids } } })).toBe(0);
    const kept = closeJournals.execute(
      await office(),
      { groupId: isp, sectionIds: [world.college.sections.algorithms] },
      meta,
    );
    await expect(kept).rejects.toMatchObject({
      code: 'IN_USE',
      options: { detail: 'журнал ОП.04, ИСП-25-1: в нём есть занятия' },
    });
  });
});

describe('R-025 who teaches and how many hours', () => {
  it('is given and corrected in place while nothing is entered; a stale page is told so', async () => {
    const { rustem, liliya } = world.people;
    const maths = await desk.journalOf('ЕН.01', world.college.groups.isp);
    await desk.give(maths, null, rustem);
    await expect(desk.give(maths, null, liliya)).rejects.toMatchObject({ code: 'CONFLICT' });
    await desk.give(maths, rustem, liliya);
    expect(await world.owner.teachingAssignment.findMany({ where: { sectionId: maths } })).toMatchObject([
      { teacherId: liliya, startsOn: new Date('2026-09-01'), endsOn: null, orderId: null },
    ]);
    const { first: periodId } = world.college.periods;
    const hours = async (was: number, now: number) =>
      saveLoad.execute(
        await office(),
        { groupId: world.college.groups.isp, teachers: [], hours: [{ sectionId: maths, periodId, was, hours: now }] },
        meta,
      );
    await hours(68, 70);
    await expect(hours(68, 72)).rejects.toMatchObject({ code: 'CONFLICT' });
    const event = await world.owner.auditChange.findFirstOrThrow({
      where: { field: 'plannedHours' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ recordId: maths, periodId, before: '68', after: '70' });
    expect(
      (await loadOverview(await office(), undefined))?.groups.find(({ name }) => name === 'ИСП-25-1'),
    ).toMatchObject({ differs: 1 });
  });

  it('refuses who has left, and a journal that has entries or an order', async () => {
    const maths = await desk.journalOf('ЕН.01', world.college.groups.isp);
    const { liliya, rustem, gulnara, irina } = world.people;
    await world.owner.staffMember.update({ where: { id: irina }, data: { leftOn: new Date('2026-06-30') } });
    await expect(desk.give(maths, liliya, irina)).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining('Зотова') },
    });
    await world.owner.lesson.update({
      where: { id: world.college.lessons.past },
      data: { enteredById: gulnara, enteredAt: new Date() },
    });
    await expect(desk.give(world.college.sections.algorithms, gulnara, rustem)).rejects.toMatchObject({
      code: 'IN_USE',
    });
    await adoptLoad.execute(await office(), { yearId: world.college.years.open, order: loadOrderOf('1-н') }, meta);
    await expect(desk.give(maths, liliya, rustem)).rejects.toMatchObject({
      code: 'IN_USE',
      options: { detail: expect.stringContaining('приказом') },
    });
    const again = adoptLoad.execute(
      await office(),
      { yearId: world.college.years.open, order: loadOrderOf('2-н') },
      meta,
    );
    await expect(again).rejects.toMatchObject({ code: 'INVALID' });
    expect(await world.owner.planningOrder.count({ where: { number: '2-н' } })).toBe(0);
  });
});

describe('R-025, R-026 another teacher from a day on', () => {
  it('takes over what is ahead, the former keeps what was; rights follow the day', async () => {
    const { liliya, rustem } = world.people;
    const maths = await desk.journalOf('ЕН.01', world.college.groups.isp);
    const [past, ahead] = [await desk.lay(maths, liliya, '2026-10-08'), await desk.lay(maths, liliya, '2026-10-15')];
    await expect(desk.change(maths, liliya, rustem, '2027-08-01', '3-н')).rejects.toMatchObject({ code: 'INVALID' });
    await expect(desk.change(maths, rustem, liliya, '2026-10-14', '3-н')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await desk.change(maths, liliya, rustem, '2026-10-14', '3-н')).toEqual({ lessons: 1 });
    const teacherOf = async (id: number) => (await world.owner.lesson.findUniqueOrThrow({ where: { id } })).teacherId;
    expect([await teacherOf(past), await teacherOf(ahead)]).toEqual([liliya, rustem]);
    expect((await world.actor('rustem')).teaches).toContain(maths);
    expect((await world.actor('liliya')).teaches).not.toContain(maths);
    const rows = (await loadTeachers(await office(), undefined))?.teachers ?? [];
    const hoursOf = (id: number) =>
      rows.find((row) => row.id === id)?.journals.find(({ sectionId }) => sectionId === maths)?.hours;
    expect([hoursOf(liliya), hoursOf(rustem)]).toEqual([2, 108]);
  });

  it('is refused with the hours at which the new teacher is elsewhere, and nothing is half done', async () => {
    const { rustem, gulnara } = world.people;
    const maths = await desk.journalOf('ЕН.01', world.college.groups.isp);
    await desk.lay(maths, rustem, '2026-10-16');
    await desk.lay(world.college.sections.foreign, gulnara, '2026-10-16');
    await expect(desk.change(maths, rustem, gulnara, '2026-10-16', '4-н')).rejects.toMatchObject({
      code: 'DUPLICATE',
      options: { detail: 'преподаватель в это время занят: 16.10, 5 пара, ПКД-26-1' },
    });
    expect(await world.owner.planningOrder.count({ where: { number: '4-н' } })).toBe(0);
    expect(await world.owner.teachingAssignment.count({ where: { sectionId: maths } })).toBe(2);
  });

  it('is refused in a locked period', async () => {
    const { groups, periods } = world.college;
    const place = { groupId_periodId: { groupId: groups.pkd, periodId: periods.first } };
    const section = world.college.sections.foreign;
    await world.owner.sectionPeriod.create({
      data: { sectionId: section, periodId: periods.first, plannedHours: 36, controlForm: 'credit' },
    });
    await world.owner.groupPeriod.update({
      where: place,
      data: { lockedAt: new Date(), lockedById: world.people.denis, lockReason: 'проверка' },
    });
    await expect(
      desk.change(section, world.people.rustem, world.people.liliya, '2026-10-14', '5-н'),
    ).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
    const hours = [{ sectionId: section, periodId: periods.first, was: 36, hours: 40 }];
    const saved = saveLoad.execute(await office(), { groupId: groups.pkd, teachers: [], hours }, meta);
    await expect(saved).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const lifted = { lockedAt: null, lockedById: null, lockReason: null };
    await world.owner.$executeRaw`ALTER TABLE group_period DISABLE TRIGGER USER`;
    await world.owner.groupPeriod.update({ where: place, data: lifted });
    await world.owner.$executeRaw`ALTER TABLE group_period ENABLE TRIGGER USER`;
  });
});

it('R-031 a stream: one course, one teacher, several groups; its hours count once and it changes hands as one', async () => {
  const { isp, pkd } = world.college.groups;
  const { gulnara, liliya, rustem } = world.people;
  const subgroups = await world.owner.courseSection.findMany({ where: { itemId: desk.itemOf('СГ.01'), groupId: isp } });
  await closeJournals.execute(await office(), { groupId: isp, sectionIds: subgroups.map(({ id }) => id) }, meta);
  const { ids: one } = await desk.open(isp, 'СГ.01');
  const { ids: two } = await desk.open(pkd, 'СГ.01');
  const [first = 0, second = 0] = [...one, ...two];
  const form = async () => formStream.execute(await office(), { name: 'Поток', sectionIds: [first, second] }, meta);
  await desk.give(first, null, gulnara);
  await desk.give(second, null, rustem);
  await expect(form()).rejects.toMatchObject({
    code: 'INVALID',
    options: { detail: expect.stringContaining('другой преподаватель') },
  });
  await desk.give(second, rustem, gulnara);
  const { id } = await form();
  expect(await loadStreams(await office(), undefined)).toMatchObject({
    streams: [{ id, name: 'Поток', groups: ['ИСП-25-1', 'ПКД-26-1'] }],
  });
  const sum = async (teacher: number) =>
    (await loadTeachers(await office(), undefined))?.teachers.find((row) => row.id === teacher)?.hours[1];
  expect(await sum(gulnara)).toBe(102 + 38);
  await expect(desk.give(second, gulnara, liliya)).rejects.toMatchObject({ code: 'IN_USE' });
  await desk.change(second, gulnara, liliya, '2026-10-20', '6-н');
  const now = await world.owner.teachingAssignment.findMany({
    where: { sectionId: { in: [first, second] }, endsOn: null },
  });
  expect(now.map(({ teacherId }) => teacherId)).toEqual([liliya, liliya]);
  await dissolveStream.execute(await office(), { streamId: id }, meta);
  expect(await loadStreams(await office(), undefined)).toMatchObject({ streams: [] });
});

describe('R-031 subgroups from a day on', () => {
  const division = 'Иностранный язык';
  const redivide = async (from: string, ...students: { studentId: number; was: string | null; now: string | null }[]) =>
    redivideGroup.execute(
      await office(),
      { groupId: world.college.groups.isp, division, from, subgroups: ['1-я подгруппа', '2-я подгруппа'], students },
      meta,
    );

  it('what stands on days that are taken from a student becomes void, days before stay', async () => {
    const { alina, rustem } = world.people;
    const absent = { presence: 'absent' as const, presenceVersion: 1, presenceById: rustem };
    const note = (lessonId: number) =>
      world.owner.attendanceEvent.create({ data: { lessonId, studentId: alina, ...absent } });
    await note(parts.lessons.one);
    await note(parts.lessons.oneLater);
    const moved = await redivide('2026-10-12', { studentId: alina, was: '1-я подгруппа', now: '2-я подгруппа' });
    expect(moved).toMatchObject({ moved: 1, voided: [{ studentId: alina, attendance: 1, marks: 0 }] });
    const events = await world.owner.attendanceEvent.findMany({
      where: { studentId: alina },
      orderBy: { lessonId: 'asc' },
    });
    expect(events.map(({ presence }) => presence)).toEqual(['absent', null]);
    const view = await loadSubgroups(await office(), world.college.groups.isp, '2026-10-11');
    expect(view?.divisions[0]?.students.find(({ studentId }) => studentId === alina)?.was).toBe('1-я подгруппа');
  });

  it('a stale page, a stranger and a locked period are refused', async () => {
    const { alina, mira } = world.people;
    const stale = redivide('2026-10-14', { studentId: alina, was: '1-я подгруппа', now: null });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(redivide('2026-10-14', { studentId: mira, was: null, now: '1-я подгруппа' })).rejects.toMatchObject({
      code: 'NOT_ENROLLED',
    });
    const locked = redivide('2025-10-14', { studentId: alina, was: null, now: '2-я подгруппа' });
    await expect(locked).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
  });

  it('is looked through every period: by a change or by saying that it stays', async () => {
    const { isp } = world.college.groups;
    const reviewed = async (on: string) => (await loadSubgroups(await office(), isp, on))?.divisions[0]?.reviewed;
    expect(await reviewed('2026-10-14')).toContain('Сафина Венера');
    expect(await reviewed('2027-02-01')).toBeNull();
    await confirmDivision.execute(await office(), { groupId: isp, division, on: '2027-02-01' }, meta);
    expect(await reviewed('2027-02-01')).toContain('14.10.2026');
  });
});

it('T-020 others read or see nothing, and change nothing', async () => {
  const { isp } = world.college.groups;
  const [teacher, dispatcher] = [await world.actor('gulnara'), await world.actor('anton')];
  expect(await loadOverview(teacher, undefined)).toBeNull();
  expect(await loadGroupLoad(dispatcher, { groupId: isp, year: undefined })).toMatchObject({ mayEnter: false });
  for (const actor of [teacher, dispatcher]) {
    expect(await loadSubgroups(actor, isp, '2026-10-14')).toBeNull();
    const saved = saveLoad.execute(actor, { groupId: isp, teachers: [], hours: [] }, meta);
    await expect(saved).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
