import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadHistory } from '@/features/journal/load-history';
import { loadJournal } from '@/features/journal/load-journal';
import { layLessons } from '@/features/timetable/lay-lessons';
import { substituteLessons } from '@/features/timetable/substitute-lessons';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { journalDesk, marked } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);
const meta = { address: 'test', device: 'test' };
const lessonOf = (id: number) =>
  world.owner.lesson.findUniqueOrThrow({
    where: { id },
    select: { state: true, hours: true, enteredById: true, version: true, attendanceTaken: true },
  });
const give = async (lessonId: number) => {
  const row = { lessonId, teacherId: world.people.rustem, reason: 'больничный лист', orderNumber: '71-к' };
  const substitutions = [{ ...row, orderedOn: '2026-10-14' }];
  return substituteLessons.execute(await world.actor('nadezhda'), { substitutions }, meta);
};

describe('R-051 hours of a lesson', () => {
  it('are given by the first mark alone, and a lesson with marks is handed to no substitute', async () => {
    const { recent } = world.college.lessons;
    const { gulnara, timur } = world.people;
    const saved = await save('gulnara', marked(recent, timur, '4'));
    expect(await lessonOf(recent)).toMatchObject({ state: 'held', enteredById: gulnara, attendanceTaken: false });
    expect(saved.lessons).toMatchObject([{ lessonId: recent, version: 0, enteredAt: worldNow }]);
    const loaded = await loadJournal(await world.actor('gulnara'), world.college.sections.algorithms);
    expect(loaded?.view.section.givenHours).toBe(2);
    expect(await refused(() => give(recent))).toBe('TIMETABLE_CHANGED');
    await world.owner.lesson.update({
      where: { id: recent },
      data: { state: 'planned', enteredById: null, enteredAt: null },
      select: { id: true },
    });
    expect(await refused(() => give(recent)), 'one of an older version').toBe('TIMETABLE_CHANGED');
    const hours = { lessonId: recent, version: 0, topic: 'Ветвления', hours: 1 };
    await save('gulnara', { lessons: [hours] });
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('change through the gate within the regulation’s bounds; given hours follow, and the history tells', async () => {
    const { past: lessonId } = world.college.lessons;
    const given = async () =>
      (await loadJournal(await world.actor('gulnara'), world.college.sections.algorithms))?.view.section.givenHours;
    await save('gulnara', { lessons: [{ lessonId, version: 0, topic: 'Понятие алгоритма' }] });
    expect(await given()).toBe(3);
    await save('gulnara', { lessons: [{ lessonId, version: 1, hours: 1 }] });
    expect(await lessonOf(lessonId)).toMatchObject({ hours: 1, version: 2 });
    expect(await given()).toBe(2);
    const place = { sectionId: world.college.sections.algorithms, lessonId, studentId: null };
    const history = await loadHistory(await world.actor('gulnara'), place);
    expect(history?.at(-1)).toMatchObject({ what: 'часы', before: '2', after: '1', by: 'Хабибуллина Г. Р.' });
    const many = { lessons: [{ lessonId, version: 2, hours: 9 }] };
    expect(await refused(() => save('gulnara', many))).toBe('INVALID');
    expect(await refused(() => save('rustem', { lessons: [{ lessonId, version: 2, hours: 2 }] }))).toBe('NOT_FOUND');
  });

  it('a dot given beforehand leaves the lesson planned', async () => {
    const lesson = { sectionId: world.college.sections.algorithms, periodId: world.college.periods.first, hours: 2 };
    const place = { teacherId: world.people.gulnara, timetableEntryId: null, date: '2026-10-14', classPeriod: 3 };
    const lessons = [{ ...lesson, ...place, room: '314', lessonType: 'lecture' }];
    const { ids } = await layLessons.execute(await world.actor('anton'), { lessons }, meta);
    const lessonId = ids[0] ?? 0;
    const { assignments } = marked(lessonId, world.people.timur);
    await save('gulnara', { assignments: assignments.map((task) => ({ ...task, dotForAll: true })) });
    expect(await lessonOf(lessonId)).toMatchObject({ state: 'planned', enteredById: null });
  });
});

describe('R-077 a long history', () => {
  it('is cut at its old end: the newest value stands in it', async () => {
    const { today: lessonId } = world.college.lessons;
    const { artem: studentId } = world.people;
    await save('gulnara', { presences: [{ lessonId, studentId, value: 'absent', version: 0 }] });
    const [event] = await world.owner.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 1, select: { id: true } });
    await world.owner.auditChange.createMany({
      data: Array.from({ length: 600 }, (_, step) => ({
        ...{ eventId: event?.id ?? 0n, entity: 'attendance', field: 'presence', lessonId, studentId },
        ...(step % 2 === 0 ? { before: 'absent', after: 'late' } : { before: 'late', after: 'absent' }),
      })),
    });
    await save('gulnara', { presences: [{ lessonId, studentId, value: null, version: 1 }] });
    const place = { sectionId: world.college.sections.algorithms, lessonId, studentId };
    const history = await loadHistory(await world.actor('gulnara'), place);
    expect(history).toHaveLength(500);
    expect(history?.at(-1)).toMatchObject({ what: 'посещение', after: null });
  });
});

describe('a grade for the year', () => {
  it('is not given in the journal, and the sentence says what to do', async () => {
    const { years, groups } = world.college;
    const days = { startsOn: new Date('2026-09-01'), endsOn: new Date('2027-06-30') };
    const year = { yearId: years.open, kind: 'year' as const, ordinal: 1, name: 'Год', ...days };
    const { id: periodId } = await world.owner.academicPeriod.create({ data: year, select: { id: true } });
    await world.owner.groupPeriod.create({ data: { groupId: groups.isp, periodId }, select: { groupId: true } });
    const grade = { studentId: world.people.timur, periodId, value: '5' as const, reason: null, version: 0 };
    await expect(save('gulnara', { grades: [grade] })).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: 'За год оценка в журнале не ставится, поставьте её за период' },
    });
    expect(await refused(() => save('gulnara', { grades: [grade] }))).toBe('INVALID');
  });
});
