import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDaySheet } from '@/features/attendance/load-day-sheet';
import { applyBells } from '@/features/calendar/apply-bells';
import { choosePeriods } from '@/features/calendar/choose-periods';
import { editBells } from '@/features/calendar/edit-bells';
import { editSpans } from '@/features/calendar/edit-spans';
import { loadBells } from '@/features/calendar/load-bells';
import { loadCalendar } from '@/features/calendar/load-calendar';
import { loadGraph } from '@/features/calendar/load-graph';
import { removeCalendarEntry } from '@/features/calendar/remove-entry';
import { savePeriod } from '@/features/calendar/save-period';
import { saveSpans } from '@/features/calendar/save-spans';
import { setDays } from '@/features/calendar/set-days';
import { loadTimetable } from '@/features/diary/load-timetable';
import { markCells } from '@/features/journal/mark-cells';
import { relayLessons } from '@/features/timetable/relay-lessons';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

const meta = { address: 'test', device: 'test' };
const day = (date: string) => new Date(date);
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const { owner, college } = world;
  await owner.timetableEntry.create({
    data: {
      ...{ sectionId: college.sections.algorithms, weekday: 3, classPeriod: 2, parity: 'every', room: '314' },
      ...{ startsOn: day('2026-09-01'), endsOn: day('2026-12-28') },
    },
  });
  const place = { groupId: college.groups.isp, periodId: college.periods.first };
  await relayLessons.execute(await world.actor('anton'), place, meta);
  const presences = [{ lessonId: college.lessons.recent, studentId: world.people.alina, value: 'absent', version: 0 }];
  const input = { sectionId: college.sections.algorithms, presences };
  await markCells.execute(await world.actor('gulnara'), input as never, meta);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const datesOf = async (from: string, to: string): Promise<string[]> => {
  const rows = await world.owner.lesson.findMany({
    where: { groupId: world.college.groups.isp, date: { gte: day(from), lte: day(to) }, state: { not: 'cancelled' } },
    orderBy: { date: 'asc' },
  });
  return rows.map(({ date }) => date.toISOString().slice(0, 10));
};

describe('R-027 days of the calendar flow into the journal', () => {
  const mark = async (from: string, rest: object, to = from) =>
    setDays.execute(
      await world.actor('venera'),
      { yearId: world.college.years.open, from, to, ...rest } as Parameters<typeof setDays.execute>[1],
      meta,
    );

  it('a day off gives its lessons back, a moved day takes those of another weekday, a usual day undoes both', async () => {
    expect(await datesOf('2026-10-19', '2026-10-25')).toEqual(['2026-10-21']);
    await mark('2026-10-21', { kind: 'holiday', name: 'День колледжа' });
    expect(await datesOf('2026-10-19', '2026-10-25')).toEqual([]);
    await mark('2026-10-24', { kind: 'workday', followsWeekday: 3, name: 'За среду' });
    expect(await datesOf('2026-10-19', '2026-10-25')).toEqual(['2026-10-24']);
    await mark('2026-10-21', { kind: 'usual' }, '2026-10-24');
    expect(await datesOf('2026-10-19', '2026-10-25')).toEqual(['2026-10-21']);
    const steps = await world.owner.auditChange.findMany({
      where: { entity: 'calendarException' },
      orderBy: { id: 'asc' },
    });
    expect(steps.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['2026-10-21', null, 'holiday День колледжа'],
      ['2026-10-24', null, 'workday 3 За среду'],
      ['2026-10-21', 'holiday День колледжа', null],
      ['2026-10-24', 'workday 3 За среду', null],
    ]);
  });

  it('corrected days give back what they leave; days that another editor has marked meanwhile are not overwritten', async () => {
    const { years } = world.college;
    const rest = { kind: 'holiday' as const, followsWeekday: null, name: 'Каникулы' };
    await mark('2026-11-04', { ...rest, seen: [] }, '2026-11-18');
    expect(await datesOf('2026-11-01', '2026-11-30')).toEqual(['2026-11-25']);
    const former = { from: '2026-11-04', to: '2026-11-18' };
    await mark('2026-11-09', { ...rest, instead: former, seen: [{ ...former, ...rest }] }, '2026-11-14');
    expect(await datesOf('2026-11-01', '2026-11-30')).toEqual(['2026-11-04', '2026-11-18', '2026-11-25']);
    await expect(mark('2026-11-10', { ...rest, name: 'Праздник', seen: [] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(mark('2026-11-04', { kind: 'usual', instead: former, seen: [] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await mark('2026-11-09', { kind: 'usual' }, '2026-11-14');
    expect(await world.owner.calendarException.count({ where: { yearId: years.open, name: 'Каникулы' } })).toBe(0);
  });

  it('a day with filled lessons does not become a day off, and nothing is half done', async () => {
    const before = await datesOf('2026-10-01', '2026-10-31');
    await expect(mark('2026-10-12', { kind: 'holiday', name: 'Праздник' }, '2026-10-21')).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining('ИСП-25-1, 12.10.2026') },
    });
    expect(await datesOf('2026-10-01', '2026-10-31')).toEqual(before);
    expect(await world.owner.calendarException.count({ where: { name: 'Праздник' } })).toBe(0);
    await expect(mark('2026-10-13', { kind: 'holiday', name: 'Праздник' })).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining('замену') },
    });
  });

  it('a locked period’s calendar does not move', async () => {
    const { years, groups, periods } = world.college;
    const kept = { where: { groupId_periodId: { groupId: groups.isp, periodId: periods.closed } } };
    expect((await world.owner.groupPeriod.findUniqueOrThrow(kept)).lockedAt).not.toBeNull();
    const office = await world.actor('venera');
    const off = {
      yearId: years.closed,
      from: '2025-11-05',
      to: '2025-11-05',
      kind: 'holiday' as const,
      name: 'Праздник',
    };
    await expect(setDays.execute(office, off, meta)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const shortened = { ...off, kind: 'shortened' as const };
    await expect(setDays.execute(office, shortened, meta)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const period = { id: periods.closed, version: 0, yearId: years.closed, kind: 'semester' as const, ordinal: 1 };
    const moved = { ...period, name: 'I семестр', startsOn: '2025-09-01', endsOn: '2025-12-20' };
    await expect(savePeriod.execute(office, moved, meta)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
  });

  it('what makes no sense is refused with its field', async () => {
    const refusals = [
      ['2026-10-22', { kind: 'workday', name: 'Перенос' }, '2026-10-22', 'followsWeekday'],
      ['2026-10-22', { kind: 'holiday' }, '2026-10-22', 'name'],
      ['2026-10-22', { kind: 'holiday', name: 'Праздник' }, '2026-10-21', 'to'],
      ['2028-10-22', { kind: 'holiday', name: 'Праздник' }, '2028-10-22', 'from'],
    ] as const;
    for (const [from, rest, to, field] of refusals) {
      await expect(mark(from, rest, to)).rejects.toMatchObject({
        code: 'INVALID',
        options: { fields: expect.arrayContaining([field]) },
      });
    }
    const teacher = await world.actor('gulnara');
    const off = { yearId: world.college.years.open, from: '2026-10-22', to: '2026-10-22', kind: 'usual' as const };
    await expect(setDays.execute(teacher, off, meta)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('R-027 periods and the graph of a group', () => {
  it('C-20 a group studies by periods of its own, which never overlap; two editors do not overwrite each other', async () => {
    const office = await world.actor('venera');
    const { years, groups, periods } = world.college;
    const period = {
      yearId: years.open,
      kind: 'semester' as const,
      ordinal: 2,
      startsOn: '2027-01-12',
      endsOn: '2027-03-28',
    };
    const made = await savePeriod.execute(office, { id: null, name: 'II семестр, выпускные', ...period }, meta);
    const choose = (chosen: boolean, periodId: number) =>
      choosePeriods.execute(office, { changes: [{ groupId: groups.isp, periodId, chosen }] }, meta);
    await expect(choose(true, made.id)).rejects.toMatchObject({ code: 'DUPLICATE' });
    await choose(false, periods.second);
    await choose(true, made.id);
    await expect(choose(false, periods.first)).rejects.toMatchObject({ code: 'IN_USE' });
    const edit = { id: made.id, version: 0, name: 'II семестр, выпускные группы', ...period };
    await savePeriod.execute(office, { ...edit, endsOn: '2027-04-04' }, meta);
    await expect(savePeriod.execute(office, edit, meta)).rejects.toMatchObject({ code: 'CONFLICT' });
    const first = { id: periods.first, version: 0, yearId: years.open, kind: 'semester' as const, ordinal: 1 };
    const shorter = { ...first, name: 'I семестр', startsOn: '2026-09-01', endsOn: '2026-10-10' };
    await expect(savePeriod.execute(office, shorter, meta)).rejects.toMatchObject({ code: 'INVALID' });
    const gone = { kind: 'academicPeriod' as const, id: periods.first, version: 0 };
    await expect(removeCalendarEntry.execute(office, gone, meta)).rejects.toMatchObject({ code: 'IN_USE' });
    const view = await loadCalendar(office);
    expect(view?.periods.map(({ name, groups: count }) => [name, count])).toContainEqual([
      'II семестр, выпускные группы',
      1,
    ]);
  });

  it('a practice takes its week out of the timetable and gives it back when it is removed', async () => {
    const office = await world.actor('venera');
    const { years, groups } = world.college;
    const span = { yearId: years.open, groupIds: [groups.isp], kind: 'practice' as const, name: 'УП.01' };
    await saveSpans.execute(office, { ...span, startsOn: '2026-11-09', endsOn: '2026-11-21' }, meta);
    expect(await datesOf('2026-11-02', '2026-11-28')).toEqual(['2026-11-04', '2026-11-25']);
    await expect(
      saveSpans.execute(office, { ...span, startsOn: '2026-11-20', endsOn: '2026-11-30' }, meta),
    ).rejects.toMatchObject({ code: 'DUPLICATE' });
    const off = { ...span, kind: 'vacation' as const, startsOn: '2026-10-12', endsOn: '2026-10-13' };
    await expect(saveSpans.execute(office, off, meta)).rejects.toMatchObject({ code: 'INVALID' });
    const graph = await loadGraph(office);
    const row = graph?.groups.find(({ id }) => id === groups.isp);
    expect(row?.runs.map(({ kind, weeks }) => [kind, weeks]).slice(0, 2)).toEqual([
      [null, 10],
      ['practice', 2],
    ]);
    const [practice] = row?.spans ?? [];
    const seen = { id: practice?.id ?? 0, version: 0 };
    const to = { kind: 'practice' as const, name: 'УП.01', startsOn: '2026-11-16', endsOn: '2026-11-28' };
    await editSpans.execute(office, { spans: [seen], to }, meta);
    expect(await datesOf('2026-11-02', '2026-11-28')).toEqual(['2026-11-04', '2026-11-11']);
    await expect(editSpans.execute(office, { spans: [seen], to: null }, meta)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const outside = { ...to, endsOn: '2028-01-01' };
    await expect(
      editSpans.execute(office, { spans: [{ ...seen, version: 1 }], to: outside }, meta),
    ).rejects.toMatchObject({ code: 'INVALID', options: { fields: ['startsOn', 'endsOn'] } });
    await editSpans.execute(office, { spans: [{ ...seen, version: 1 }], to: null }, meta);
    expect(await datesOf('2026-11-09', '2026-11-28')).toEqual(['2026-11-11', '2026-11-18', '2026-11-25']);
    expect(await loadGraph(await world.actor('gulnara'))).toBeNull();
  });
});

describe('R-028 bells', () => {
  it('a group of the second shift sees its own bells in timetable and day sheet, the others the usual ones', async () => {
    const office = await world.actor('venera');
    const { groups } = world.college;
    const view = await loadBells(office);
    const usual = view?.schedules.find(({ isDefault }) => isDefault);
    const second = await world.owner.bellSchedule.create({ data: { name: 'Вторая смена' } });
    const pairs = [
      { number: 1, startsAt: '14:00', endsAt: '15:35' },
      { number: 2, startsAt: '15:45', endsAt: '17:20' },
    ];
    const values = { id: second.id, version: 0, name: 'II смена', isDefault: false, shortened: false };
    await expect(
      editBells.execute(office, { ...values, classPeriods: pairs.toReversed() }, meta),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await editBells.execute(office, { ...values, classPeriods: pairs }, meta);
    await expect(editBells.execute(office, { ...values, classPeriods: pairs }, meta)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await applyBells.execute(office, { scheduleId: second.id, groupIds: [groups.isp] }, meta);
    const timetable = await loadTimetable(await world.actor('alina'), world.people.alina, '2026-10-14');
    const lesson = timetable?.timetable.days
      .flatMap(({ lessons }) => lessons)
      .find(({ classPeriod }) => classPeriod === 2);
    expect(lesson?.startsAt).toBe('15:45');
    const sheet = await loadDaySheet(office, groups.isp);
    expect(sheet?.columns.map(({ time }) => time)).toEqual(['15:45']);
    expect((await loadDaySheet(office, groups.pkd))?.columns.map(({ time }) => time)).toEqual(['10:15']);
    const gone = { kind: 'bellSchedule' as const, id: usual?.id ?? 0, version: usual?.version ?? 0 };
    await expect(removeCalendarEntry.execute(office, gone, meta)).rejects.toMatchObject({ code: 'IN_USE' });
    await expect(
      removeCalendarEntry.execute(office, { kind: 'bellSchedule', id: second.id, version: 1 }, meta),
    ).rejects.toMatchObject({ code: 'IN_USE' });
  });
});
