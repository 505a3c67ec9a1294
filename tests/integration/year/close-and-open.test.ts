import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeYear } from '@/features/academic-year/close-year';
import { loadYearWork } from '@/features/academic-year/load-year-work';
import { openNextYear } from '@/features/academic-year/open-next-year';
import { reopenPeriod } from '@/features/academic-year/reopen-period';
import { undoClosing } from '@/features/academic-year/undo-closing';
import { holdYear, tellYearWork } from '@/features/academic-year/year-hold';
import { loadSubjects } from '@/features/diary/load-subjects';
import { loadJournal } from '@/features/journal/load-journal';
import { loadJournalList } from '@/features/journal/load-journal-list';
import { markCells } from '@/features/journal/mark-cells';
import { db } from '@/server/db';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { checkInvariants } from '../../support/invariants';
import type { World } from '../../support/world';
import { buildYearEnd, type YearCollege, yearIsOver } from '../../support/year-college';

const meta = { address: 'test', device: 'test' };
const reason = 'практика идёт до августа, итоговые поставят по приказу';
let world: World;
let college: YearCollege;
let yearId: number;

beforeAll(async () => {
  ({ world, college, yearId } = await buildYearEnd(testDatabase()));
});
afterAll(() => world.close());

const office = () => world.actor('venera');
const close = async (input: object = {}) => closeYear.execute(await office(), { yearId, reason, ...input }, meta);
const outcomes = async () => {
  const rows = await world.owner.yearOutcome.findMany({
    where: { yearId },
    include: { enrollment: { select: { studentId: true, endsOn: true } }, order: { select: { kind: true } } },
  });
  return new Map(rows.map((row) => [row.enrollment.studentId, row]));
};

describe('R-022 closing', () => {
  it('is refused before the last period is over, unfinished without a reason, and at all where the profile says so', async () => {
    await testDatabase().setClock('2027-06-30T08:00:00Z');
    await expect(close()).rejects.toMatchObject({ code: 'YEAR_STATE' });
    await testDatabase().setClock(yearIsOver);
    await expect(close({ reason: null })).rejects.toMatchObject({
      code: 'YEAR_NOT_READY',
      options: { detail: expect.stringMatching(/^не заполнено 7\s+занятий, нет 6\s+итоговых/) },
    });
    await expect(close({ reason: ' ' })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(closeYear.execute(await world.actor('gulnara'), { yearId, reason }, meta)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(close({ yearId: 987_654 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(close({ promotionOrder: '101-с', graduationOrder: '1' })).resolves.toBeDefined();
    await undoClosing.execute(await office(), { yearId, reason: 'проба' }, meta);
  });

  it('a profile that refuses takes no reason', async () => {
    const demo = await world.owner.regulationVersion.findFirstOrThrow();
    const data = {
      ...(demo.data as object),
      yearEnd: { unfinished: 'refuse', debtors: 'retain', conditionalDebts: null, reopenDays: 3 },
    };
    const row = { profile: 's3', validFrom: new Date('2027-07-02'), data, createdAt: new Date(yearIsOver) };
    const { id } = await world.owner.regulationVersion.create({ data: row });
    await expect(close()).rejects.toMatchObject({ code: 'YEAR_NOT_READY' });
    await world.owner.$transaction([
      world.owner.$executeRaw`ALTER TABLE regulation_version DISABLE TRIGGER append_only`,
      world.owner.regulationVersion.delete({ where: { id } }),
      world.owner.$executeRaw`ALTER TABLE regulation_version ENABLE TRIGGER append_only`,
    ]);
  });

  it('of two at once the second is told so, and whoever may sees how far the first has come', async () => {
    await db().$transaction(async (tx) => {
      await holdYear(tx, yearId);
      await tellYearWork(tx, yearId, { kind: 'close', step: 2, of: 4 });
      await expect(close()).rejects.toMatchObject({ code: 'BUSY' });
      expect(await loadYearWork(await office(), yearId)).toEqual({ work: { kind: 'close', step: 2, of: 4 } });
    });
    expect(await loadYearWork(await office(), yearId)).toEqual({ work: null });
    expect(await loadYearWork(await world.actor('nadezhda'), yearId)).toBeNull();
  });

  it('R-034 promotes, lets graduates go by order, keeps debtors and leave as they are; locks everything', async () => {
    const answers = await Promise.allSettled([close(), close()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(['BUSY', 'YEAR_STATE']).toContain(refused?.reason.code);
    const { people } = world;
    const became = await outcomes();
    const of = (id: number) => became.get(id)?.outcome;
    // Алина has no grade where her plan asks for a control; a lesson without one asks nothing
    expect([of(people.alina), of(people.mira), of(people.pavel)]).toEqual(['conditional', 'promoted', 'onLeave']);
    expect([of(college.graduates.ready), of(college.graduates.owing)]).toEqual(['graduated', 'notGraduated']);
    expect(became.get(people.mira)?.order?.kind).toBe('promotion');
    expect(became.get(college.graduates.ready)).toMatchObject({
      order: { kind: 'graduation' },
      enrollment: { endsOn: new Date('2027-06-30') },
    });
    expect(became.get(college.graduates.owing)?.enrollment.endsOn).toBeNull();
    expect(await world.owner.groupPeriod.count({ where: { period: { yearId }, lockedAt: null } })).toBe(0);
    expect(await world.owner.academicYear.findUnique({ where: { id: yearId } })).toMatchObject({
      closedAt: new Date(yearIsOver),
    });
    const [event] = await world.owner.auditEvent.findMany({
      orderBy: { id: 'desc' },
      take: 1,
      include: { changes: true },
    });
    expect(event).toMatchObject({ command: 'academic-year.close', personId: people.venera });
    expect(event?.changes.map(({ after }) => after)).toContain(reason);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('T-082 what is closed takes nothing: no save, no reopening, no hand-written SQL', async () => {
    const { algorithms } = world.college.sections;
    const presence = {
      lessonId: world.college.lessons.ahead,
      studentId: world.people.alina,
      value: 'late',
      version: 0,
    } as const;
    const save = markCells.execute(
      await world.actor('gulnara'),
      { sectionId: algorithms, presences: [presence] },
      meta,
    );
    await expect(save).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const place = { groupId: world.college.groups.isp, periodId: world.college.periods.first, sectionId: algorithms };
    const reopen = reopenPeriod.execute(await world.actor('nadezhda'), { ...place, reason, until: '2027-07-05' }, meta);
    await expect(reopen).rejects.toMatchObject({ code: 'YEAR_STATE' });
    const statements = [
      'UPDATE group_period SET locked_at = NULL, locked_by_id = NULL WHERE locked_at IS NOT NULL',
      "UPDATE group_period SET locked_at = '2027-07-03' WHERE locked_at IS NOT NULL",
      'DELETE FROM group_period',
      `UPDATE academic_year SET closed_at = NULL WHERE id = ${yearId}`,
      `UPDATE academic_period SET ends_on = '2027-06-29' WHERE year_id = ${yearId}`,
      `INSERT INTO calendar_exception (year_id, date, kind, name) VALUES (${yearId}, '2027-05-01', 'holiday', 'x')`,
      `INSERT INTO course_section (year_id, group_id, item_id) SELECT ${yearId}, group_id, item_id FROM course_section LIMIT 1`,
      'DELETE FROM year_outcome',
      'DELETE FROM year_closing',
      "UPDATE year_closing SET reason = 'x'",
      'DELETE FROM administrative_order',
      `INSERT INTO section_reopening (section_id, period_id, reason, open_until, opened_at, opened_by_id)
        VALUES (${algorithms}, ${place.periodId}, 'x', '2027-07-05', '2027-07-02', ${world.people.venera})`,
    ];
    const before = await digestOf(world.owner);
    for (const statement of statements) {
      await expect(world.owner.$executeRawUnsafe(statement), statement).rejects.toThrow(/VD00[13]|23001|23503/);
    }
    expect(changedTables(before, await digestOf(world.owner))).toEqual([]);
  });

  it('is undone exactly, with a reason, and its history stays', async () => {
    await undoClosing.execute(await office(), { yearId, reason: 'закрыт по ошибке' }, meta);
    const undone = await digestOf(world.owner);
    await close();
    const closed = await digestOf(world.owner);
    await undoClosing.execute(await office(), { yearId, reason: 'закрыт по ошибке' }, meta);
    const kept = ['audit_change', 'audit_event', 'session', 'year_closing'];
    expect(changedTables(undone, await digestOf(world.owner)).sort()).toEqual(kept);
    expect(changedTables(undone, closed)).toEqual(
      expect.arrayContaining(['academic_year', 'administrative_order', 'enrollment', 'group_period', 'year_outcome']),
    );
    const again = undoClosing.execute(await office(), { yearId, reason: 'ещё раз' }, meta);
    await expect(again).rejects.toMatchObject({ code: 'YEAR_STATE' });
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('R-021 the next year from the closed one', () => {
  it('is not opened from an open year', async () => {
    const open = openNextYear.execute(await office(), { yearId }, meta);
    await expect(open).rejects.toMatchObject({ code: 'YEAR_STATE' });
  });

  it('has periods, calendar, groups, curators, journals, load, week and lessons', async () => {
    await close();
    const opened = await openNextYear.execute(await office(), { yearId }, meta);
    expect(opened).toMatchObject({
      name: '2027/2028',
      groups: 2,
      sections: 3,
      withoutTeacher: 1,
      entries: 2,
      dropped: 0,
    });
    const { isp, pkd } = world.college.groups;
    const periods = await world.owner.academicPeriod.findMany({
      where: { yearId: opened.yearId },
      orderBy: { ordinal: 'asc' },
      select: {
        startsOn: true,
        endsOn: true,
        groupPeriods: { select: { groupId: true }, orderBy: { groupId: 'asc' } },
      },
    });
    expect(periods.map(({ startsOn }) => startsOn.toISOString().slice(0, 10))).toEqual(['2027-09-01', '2028-01-12']);
    expect(periods[0]?.groupPeriods.map(({ groupId }) => groupId)).toEqual([isp, pkd]);
    const sections = await world.owner.courseSection.findMany({
      where: { yearId: opened.yearId },
      orderBy: [{ groupId: 'asc' }, { itemId: 'asc' }],
      include: { teachers: true, periods: true, timetable: true, lessons: { orderBy: { date: 'asc' } } },
    });
    const [algorithms, systems, ahead] = sections;
    expect(algorithms).toMatchObject({
      groupId: isp,
      teachers: [{ teacherId: world.people.gulnara }],
      timetable: [{ weekday: 3 }],
    });
    expect(systems).toMatchObject({ groupId: isp, teachers: [], timetable: [], lessons: [] });
    // ПКД-26-1 keeps its teacher and takes over the week of ИСП-25-1, which was a year ahead
    expect(ahead).toMatchObject({
      groupId: pkd,
      teachers: [{ teacherId: world.people.rustem }],
      timetable: [{ weekday: 3 }],
    });
    expect(algorithms?.periods.map(({ plannedHours }) => plannedHours)).toEqual([32, 32]);
    expect(algorithms?.lessons.map(({ date }) => date.toISOString().slice(0, 10)).slice(0, 2)).toEqual([
      '2027-09-01',
      '2027-09-08',
    ]);
    expect(opened.lessons).toBe(await world.owner.lesson.count({ where: { section: { yearId: opened.yearId } } }));
    expect(await world.owner.calendarException.count({ where: { yearId: opened.yearId, name: 'День Победы' } })).toBe(
      1,
    );
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('is opened once, and the closing before it stands from then on', async () => {
    const before = await digestOf(world.owner);
    await expect(openNextYear.execute(await office(), { yearId }, meta)).rejects.toMatchObject({ code: 'YEAR_STATE' });
    const undo = undoClosing.execute(await office(), { yearId, reason: 'поздно' }, meta);
    await expect(undo).rejects.toMatchObject({ code: 'YEAR_STATE' });
    expect(changedTables(before, await digestOf(world.owner))).toEqual(['session']);
  });

  it('the old year’s journals and diaries stay readable; pages begin with the year of the day', async () => {
    const teacher = await world.actor('gulnara');
    expect((await loadJournalList(teacher))?.year).toMatchObject({ id: yearId });
    const old = await loadJournal(teacher, world.college.sections.algorithms);
    expect(old).not.toBeNull();
    expect(await loadSubjects(await world.actor('alina'), world.people.alina)).not.toBeNull();
    await testDatabase().setClock('2027-09-02T08:00:00Z');
    const list = await loadJournalList(await world.actor('gulnara'));
    expect(list?.year?.name).toBe('2027/2028');
    expect(list?.years.map(({ name }) => name)).toContain('2026/2027');
  });
});
