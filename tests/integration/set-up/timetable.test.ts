import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assignLoad } from '@/features/teaching-load/assign-load';
import { layLessons } from '@/features/timetable/lay-lessons';
import { setTimetable } from '@/features/timetable/set-timetable';
import { substituteLessons } from '@/features/timetable/substitute-lessons';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };

const lesson = (date: string, changes: object = {}) => ({
  sectionId: world.college.sections.algorithms,
  periodId: world.college.periods.first,
  teacherId: world.people.gulnara,
  timetableEntryId: null,
  date,
  classPeriod: 1,
  room: '314',
  lessonType: 'lecture',
  hours: 2,
  ...changes,
});
const lay = async (...lessons: ReturnType<typeof lesson>[]) =>
  layLessons.execute(await world.actor('anton'), { lessons }, meta);

describe('the dispatcher lays lessons (R-041)', () => {
  it('answers ids in the order given and leaves an audit row', async () => {
    const { ids } = await lay(lesson('2026-11-03'), lesson('2026-11-02'));
    const rows = await world.owner.lesson.findMany({
      where: { id: { in: ids } },
      select: { id: true, date: true, state: true },
    });
    const dateOf = new Map(rows.map(({ id, date }) => [id, date.toISOString().slice(0, 10)]));
    expect(ids.map((id) => dateOf.get(id))).toEqual(['2026-11-03', '2026-11-02']);
    expect(rows.every(({ state }) => state === 'planned')).toBe(true);
    const event = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'timetable.lay-lessons' },
      select: { personId: true, changes: { select: { lessonId: true } } },
    });
    expect(event.personId).toBe(world.people.anton);
    expect(event.changes.map(({ lessonId }) => lessonId)).toEqual(ids);
  });

  it('puts neither a teacher nor a group in two places at once', async () => {
    await lay(lesson('2026-11-05'));
    const foreign = { sectionId: world.college.sections.foreign };
    await expect(lay(lesson('2026-11-05', foreign))).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(lay(lesson('2026-11-05', { teacherId: world.people.rustem }))).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
  });

  it('refuses a locked period, an unknown kind of lesson, too many hours and a section that is not there', async () => {
    const closed = { sectionId: world.college.sections.closed, periodId: world.college.periods.closed };
    await expect(lay(lesson('2025-11-06', closed))).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    await expect(lay(lesson('2026-11-06', { lessonType: 'dance' }))).rejects.toMatchObject({ code: 'INVALID' });
    await expect(lay(lesson('2026-11-06', { hours: 9 }))).rejects.toMatchObject({ code: 'INVALID' });
    await expect(lay(lesson('2026-11-06', { sectionId: 999_999 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await world.owner.lesson.count({ where: { date: { in: [new Date('2026-11-06'), new Date('2025-11-06')] } } }),
    ).toBe(0);
  });

  it('sets the timetable of the week', async () => {
    const entry = {
      sectionId: world.college.sections.algorithms,
      weekday: 2,
      classPeriod: 3,
      parity: 'odd' as const,
      room: '314',
    };
    const entries = [{ ...entry, startsOn: '2026-09-01', endsOn: '2026-12-28' }];
    const { ids } = await setTimetable.execute(await world.actor('anton'), { entries }, meta);
    expect(await world.owner.timetableEntry.count({ where: { id: { in: ids }, parity: 'odd' } })).toBe(1);
  });
});

describe('substitutions (R-044, R-045, C-24)', () => {
  const substitution = (lessonId: number) => ({
    lessonId,
    teacherId: world.people.rustem,
    reason: 'больничный лист',
    orderNumber: '71-к',
    orderedOn: '2026-10-14',
  });
  const give = async (lessonId: number) =>
    substituteLessons.execute(await world.actor('nadezhda'), { substitutions: [substitution(lessonId)] }, meta);

  it('give the lesson to the substitute and keep who was away', async () => {
    const { ids } = await lay(lesson('2026-11-09'));
    const id = ids[0] ?? 0;
    await give(id);
    const row = await world.owner.lesson.findUniqueOrThrow({
      where: { id },
      select: { teacherId: true, substitution: { select: { absentTeacherId: true } } },
    });
    expect(row).toEqual({ teacherId: world.people.rustem, substitution: { absentTeacherId: world.people.gulnara } });
    await expect(give(id)).rejects.toMatchObject({ code: 'TIMETABLE_CHANGED' });
  });

  it('are refused for a lesson of a locked period, one that is not there and one that was held', async () => {
    await expect(give(world.college.lessons.closed)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    await expect(give(999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { ids } = await lay(lesson('2026-10-09'));
    await world.owner.lesson.update({ where: { id: ids[0] ?? 0 }, data: { state: 'held' }, select: { id: true } });
    await expect(give(ids[0] ?? 0)).rejects.toMatchObject({ code: 'TIMETABLE_CHANGED' });
  });
});

describe('the teaching load (R-025, R-076)', () => {
  it('opens a journal once per course, group and year', async () => {
    const found = await world.owner.courseSection.findUniqueOrThrow({
      where: { id: world.college.sections.algorithms },
      select: { yearId: true, groupId: true, itemId: true },
    });
    const section = {
      ...found,
      subgroupId: null,
      schemeId: null,
      teachers: [{ teacherId: world.people.gulnara, startsOn: '2026-09-01' }],
      periods: [{ periodId: world.college.periods.first, plannedHours: 96, controlForm: 'exam' as const }],
    };
    const deputy = await world.actor('nadezhda');
    await expect(assignLoad.execute(deputy, { sections: [section] }, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    const { ids } = await assignLoad.execute(deputy, { sections: [{ ...section, itemId: await newItem() }] }, meta);
    expect(await world.owner.sectionPeriod.count({ where: { sectionId: ids[0] ?? 0, plannedHours: 96 } })).toBe(1);
  });

  it('T-082 opens no journal in a locked period or a closed year', async () => {
    const { years, periods, groups } = world.college;
    const section = {
      ...{ yearId: years.closed, groupId: groups.isp, itemId: await newItem(), subgroupId: null, schemeId: null },
      teachers: [{ teacherId: world.people.gulnara, startsOn: '2025-09-01' }],
      periods: [{ periodId: periods.closed, plannedHours: 96, controlForm: 'exam' as const }],
    };
    const deputy = await world.actor('nadezhda');
    await expect(assignLoad.execute(deputy, { sections: [section] }, meta)).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
    const plan = `INSERT INTO section_period VALUES (${world.college.sections.closed}, ${periods.closed}, 96, 'exam')`;
    await expect(world.owner.$executeRawUnsafe(plan)).rejects.toThrow('VD001');
    const lock = { lockedAt: new Date('2026-07-01'), lockedById: world.people.denis, lockReason: 'год завершён' };
    await world.owner.groupPeriod.updateMany({ where: { groupId: groups.pkd, periodId: periods.closed }, data: lock });
    const closedAt = new Date('2026-07-02');
    await world.owner.academicYear.update({ where: { id: years.closed }, data: { closedAt }, select: { id: true } });
    const other = { ...section, groupId: groups.pkd };
    await expect(assignLoad.execute(deputy, { sections: [other] }, meta)).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
  });

  it('T-089 a journal is of a line of its group’s own plan and of its own subgroup', async () => {
    const { sections, groups } = world.college;
    const curriculum = await world.owner.curriculum.create({
      data: { programId: 1, entryYear: 2031, approvedOn: new Date('2026-06-30') },
      select: { id: true },
    });
    const subgroup = await world.owner.subgroup.create({
      data: { groupId: groups.pkd, division: 'Информатика', name: '1' },
      select: { id: true },
    });
    const foreign = [
      `UPDATE curriculum_item SET curriculum_id = ${curriculum.id}`,
      `UPDATE student_group SET curriculum_id = ${curriculum.id} WHERE id = ${groups.isp}`,
      `UPDATE course_section SET subgroup_id = ${subgroup.id} WHERE id = ${sections.algorithms}`,
    ];
    for (const statement of foreign)
      await expect(world.owner.$executeRawUnsafe(statement)).rejects.toThrow(/VD003|23503/);
    const itemId = await newItem(curriculum.id);
    const moved = `UPDATE course_section SET item_id = ${itemId} WHERE id = ${sections.algorithms}`;
    await expect(world.owner.$executeRawUnsafe(moved)).rejects.toThrow('23503');
  });

  let items = 0;
  async function newItem(curriculumId = 1): Promise<number> {
    items += 1;
    const name = `Дискретная математика ${items}`;
    const { id: courseId } = await world.owner.course.create({
      data: { name, kind: 'discipline' },
      select: { id: true },
    });
    const item = { curriculumId, courseId, index: `ЕН.0${items}` };
    return (await world.owner.curriculumItem.create({ data: item, select: { id: true } })).id;
  }
});
