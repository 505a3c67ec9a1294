import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDaySheet } from '@/features/attendance/load-day-sheet';
import { curatorDesk } from '../support/curator-desk';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
/** A second lesson of the day in another journal of the group. */
let other: { sectionId: number; lessonId: number };
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const { owner, college, people } = world;
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const course = await owner.course.create({ data: { name: 'История России', kind: 'discipline' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'СГ.01' } });
  const section = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: college.groups.isp, itemId: item.id },
      teachers: { create: { teacherId: people.rustem, startsOn: new Date('2026-09-01') } },
    },
  });
  const lesson = await owner.lesson.create({
    data: {
      ...{ sectionId: section.id, groupId: college.groups.isp, periodId: college.periods.first },
      ...{ teacherId: people.rustem, date: new Date('2026-10-14'), classPeriod: 1, room: '1' },
      ...{ lessonType: 'lecture', hours: 2 },
    },
  });
  other = { sectionId: section.id, lessonId: lesson.id };
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const desk = curatorDesk(() => world);
const sheet = async (who: Parameters<World['actor']>[0], date?: string) =>
  loadDaySheet(await world.actor(who), world.college.groups.isp, date);

describe('R-083 the day of a group', () => {
  it('shows every lesson of the day by student, closed rows in words, and the nearest school days', async () => {
    const day = await sheet('liliya');
    expect(day).toMatchObject({ group: 'ИСП-25-1', date: '2026-10-14', previous: '2026-10-13', next: '2026-10-16' });
    expect(day?.columns).toMatchObject([
      { classPeriod: 1, time: '8:30', state: 'attention', words: 'не отмечено', lessons: [{ title: 'СГ.01' }] },
      { classPeriod: 2, time: '10:15', lessons: [{ title: 'ОП.04' }] },
    ]);
    expect(day?.rows.map(({ name, closed }) => [name, closed])).toEqual([
      ['Абдуллин Тимур', null],
      ['Горшков Павел', 'академический отпуск с 10.10.2026'],
      ['Давлетшина Алина', null],
      ['Иванов Артём', null],
      ['Петров Кирилл', 'обучение на дому с 01.09.2026'],
      ['Сафин Игорь', null],
    ]);
    expect(day?.excuses).toBe(true);
    expect(day?.columns[0]?.lessons[0]?.presenceClosed).toContain('другой сотрудник');
    expect(day?.columns[0]?.lessons[0]?.reasonClosed).toBeNull();
  });

  it('is read by managers, by nobody else; a day without lessons is an empty one', async () => {
    expect(await sheet('nadezhda')).toMatchObject({ editable: false, excuses: false });
    for (const who of ['gulnara', 'renata', 'alina', 'denis'] as const) expect(await sheet(who)).toBeNull();
    expect(await sheet('liliya', '2026-10-18')).toMatchObject({ columns: [], previous: '2026-10-16', next: null });
  });
});

describe('the curator writes into several journals at once', () => {
  it('each journal keeps its own history (R-080, T-080)', async () => {
    const { timur } = world.people;
    const { today } = world.college.lessons;
    const absent = (lessonId: number) => ({ lessonId, studentId: timur, value: 'absent' as const, version: 0 });
    await desk.teach('gulnara', { presences: [absent(today)] });
    await desk.teach('rustem', { presences: [absent(other.lessonId)] }, other.sectionId);
    const why = (lessonId: number) => ({ lessonId, studentId: timur, value: 'sick', version: 0, note: 'справка' });
    const answer = await desk.day('liliya', { reasons: [why(today), why(other.lessonId)] });
    expect(answer.conflicts).toEqual([]);
    expect(answer.reasons).toHaveLength(2);
    const events = await world.owner.auditEvent.findMany({ where: { command: 'attendance.mark-day' } });
    expect(events.map(({ object, objectId, personId }) => [object, objectId, personId])).toEqual(
      [world.college.sections.algorithms, other.sectionId]
        .sort((one, two) => one - two)
        .map((id) => ['section', id, world.people.liliya]),
    );
    const day = await sheet('liliya');
    expect(day?.rows[0]?.cells.map((cell) => [cell?.reason, cell?.note])).toEqual([
      ['sick', 'справка'],
      ['sick', 'справка'],
    ]);
  });

  it('a stale value comes back with the other person’s, the rest is written (T-083)', async () => {
    const { timur } = world.people;
    const { today } = world.college.lessons;
    const answer = await desk.day('liliya', {
      reasons: [
        { lessonId: today, studentId: timur, value: 'valid', version: 0 },
        { lessonId: other.lessonId, studentId: timur, value: 'valid', version: 1 },
      ],
    });
    expect(answer.conflicts).toMatchObject([{ kind: 'reason', lessonId: today, value: 'sick', version: 1 }]);
    expect(await desk.cell(today, timur)).toEqual(['absent', 'sick']);
    expect(await desk.cell(other.lessonId, timur)).toEqual(['absent', 'valid']);
  });

  it('bad input and other people’s groups are refused without a trace', async () => {
    const { timur, mira } = world.people;
    const { today, foreign, ahead, closed } = world.college.lessons;
    const why = (lessonId: number, studentId = timur, value = 'valid') => ({
      reasons: [{ lessonId, studentId, value, version: 2 }],
    });
    expect(await desk.refused(() => desk.day('gulnara', why(today)))).toBe('FORBIDDEN');
    expect(await desk.refused(() => desk.day('nadezhda', why(today)))).toBe('FORBIDDEN');
    expect(await desk.refused(() => desk.day('liliya', why(foreign, mira), world.college.groups.pkd))).toBe(
      'NOT_FOUND',
    );
    expect(await desk.refused(() => desk.day('liliya', why(foreign, mira)))).toBe('NOT_FOUND');
    expect(await desk.refused(() => desk.day('liliya', why(ahead)))).toBe('NOT_YET_HELD');
    expect(await desk.refused(() => desk.day('liliya', why(closed)))).toBe('PERIOD_LOCKED');
    expect(await desk.refused(() => desk.day('liliya', why(today, timur, 'грипп')))).toBe('INVALID');
    expect(await desk.refused(() => desk.day('liliya', {}))).toBe('INVALID');
  });
});
