import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { parseRegulation } from '@/domain/regulation/regulation';
import type { CellEditsInput } from '@/features/journal/cell-edits';
import { markCells } from '@/features/journal/mark-cells';
import { publishGrades } from '@/features/journal/publish-grades';
import { loadTeacherDay } from '@/features/today/load-teacher-day';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

type Who = Parameters<World['actor']>[0];
const plain = (text: string | undefined) => text?.replaceAll('\u00A0', ' ');

async function save(who: Who, edits: Omit<CellEditsInput, 'sectionId'>) {
  const input = { sectionId: world.college.sections.algorithms, ...edits };
  return markCells.execute(await world.actor(who), input, { address: 'test', device: 'test' });
}

async function dayOf(who: Who) {
  const day = await loadTeacherDay(await world.actor(who));
  if (!day) throw new Error(`${who} has no teacher's page`);
  return day;
}

async function termOf(who: Who, lessonId: number) {
  const line = (await dayOf(who)).unfilled.find((lesson) => lesson.lessonId === lessonId);
  return line && [line.state, plain(line.deadline)];
}

describe('the day (R-007, R-057)', () => {
  it('shows today’s lesson, the week with its hours and what comes next', async () => {
    const day = await dayOf('gulnara');
    expect(day).toMatchObject({ date: '2026-10-14', weekWords: '7-я неделя, числитель', nextDate: '2026-10-16' });
    expect(day.lessons).toMatchObject([
      {
        lessonId: world.college.lessons.today,
        classPeriod: 2,
        time: '10:15–11:50',
        group: 'ИСП-25-1',
        course: 'ОП.04 Основы алгоритмизации и программирования',
        state: 'attention',
        words: 'нет темы, посещаемости, домашнего задания',
        substitution: '',
      },
    ]);
    expect(day.week).toMatchObject({
      hours: 6,
      cells: [{ state: 'overdue' }, { state: 'attention' }, { state: 'ahead' }],
    });
    expect(day.week.days).toHaveLength(6);
  });

  it.each([
    ['2026-10-14T06:14:00Z', 'ahead', '10:14 · до начала пары 1 мин'],
    ['2026-10-14T06:15:00Z', 'now', '10:15 · до конца пары 1 ч 35 мин'],
    ['2026-10-14T07:49:00Z', 'now', '11:49 · до конца пары 1 мин'],
    ['2026-10-14T07:50:00Z', 'attention', '11:50'],
  ])('at %s the lesson is %s', async (clock, state, words) => {
    await testDatabase().setClock(clock);
    const day = await dayOf('gulnara');
    expect(day.lessons[0]?.state).toBe(state);
    expect(day.clockWords).toBe(words);
  });

  it('opens to nobody who fills no journals', async () => {
    for (const who of ['nadezhda', 'denis', 'alina', 'renata', 'observer'] as const) {
      expect(await loadTeacherDay(await world.actor(who))).toBeNull();
    }
  });
});

describe('unfilled lessons', () => {
  it('lists own past lessons oldest first, without those of others, of a substitute and of a locked period', async () => {
    const { past, recent, today, substituted, foreign } = world.college.lessons;
    const day = await dayOf('gulnara');
    expect(day.unfilled.map(({ lessonId }) => lessonId)).toEqual([past, recent, today]);
    expect(day.unfilled[0]).toMatchObject({ missing: ['тема', 'посещаемость', 'домашнее задание'], index: 'ОП.04' });
    expect((await dayOf('liliya')).unfilled.map(({ lessonId }) => lessonId)).toEqual([substituted]);
    expect((await dayOf('rustem')).unfilled.map(({ lessonId }) => lessonId)).toEqual([foreign]);
  });

  it('counts the deadline to the minute of the college’s own time (C-03)', async () => {
    const { recent } = world.college.lessons;
    await testDatabase().setClock('2026-10-12T19:59:00Z');
    expect(await termOf('gulnara', recent)).toEqual(['attention', 'сегодня до 23:59']);
    await testDatabase().setClock('2026-10-12T20:00:00Z');
    expect(await termOf('gulnara', recent)).toEqual(['overdue', 'просрочено 1 день']);
  });

  it('keeps a term at 16:00 of the day where the profile says so (R-058)', async () => {
    const data = { ...profiles.demo, deadlines: { ...profiles.demo.deadlines, fill: profiles.s2.deadlines.fill } };
    const validFrom = new Date('2026-10-16');
    await world.owner.regulationVersion.create({ data: { profile: 'demo', validFrom, data, createdAt: validFrom } });
    const { ahead } = world.college.lessons;
    await testDatabase().setClock('2026-10-16T11:59:00Z');
    expect(await termOf('gulnara', ahead)).toEqual(['attention', 'сегодня до 16:00']);
    await testDatabase().setClock('2026-10-16T12:00:00Z');
    expect(await termOf('gulnara', ahead)).toEqual(['overdue', 'просрочено с 16:00']);
  });

  it('ends for a substitute with the lesson’s own window (R-044, T-030)', async () => {
    await testDatabase().setClock('2026-10-13T05:00:00Z');
    const [lesson] = (await dayOf('liliya')).lessons;
    expect(lesson).toMatchObject({ substitution: 'Вместо: Хабибуллина Г. Р., доступ до 27.10', state: 'ahead' });
    await testDatabase().setClock('2026-10-27T19:59:00Z');
    expect(await termOf('liliya', world.college.lessons.substituted)).toBeDefined();
    await testDatabase().setClock('2026-10-27T20:00:00Z');
    expect(await termOf('liliya', world.college.lessons.substituted)).toBeUndefined();
  });

  it('forgets a lesson when all is entered, and names what is left before', async () => {
    const { today } = world.college.lessons;
    const edit = { lessonId: today, version: 0, topic: 'Понятие алгоритма', attendanceTaken: true };
    const { lessons } = await save('gulnara', { lessons: [edit] });
    const day = await dayOf('gulnara');
    expect(day.unfilled.at(-1)).toMatchObject({ lessonId: today, missing: ['домашнее задание'] });
    expect(day.lessons[0]).toMatchObject({ words: 'нет домашнего задания', topic: 'Понятие алгоритма' });
    await save('gulnara', { lessons: [{ lessonId: today, version: lessons[0]?.version ?? 0, homework: '§ 1' }] });
    expect(await termOf('gulnara', today)).toBeUndefined();
    expect((await dayOf('gulnara')).lessons[0]).toMatchObject({ state: 'done', words: 'заполнено' });
  });
});

describe('works, debts and period grades', () => {
  const work = () => ({ lessonId: world.college.lessons.recent, assignment: { ref: 'kr' }, version: 0 });

  it('waits for the marks of those who were there, up to the term of the kind of work (R-067)', async () => {
    const { alina, timur } = world.people;
    const { lessonId } = work();
    await save('gulnara', {
      assignments: [{ ...work(), taskType: 'control', title: 'Контрольная № 1', required: true, dueOn: '2026-10-20' }],
      marks: [
        { ...work(), studentId: alina, value: '4', required: false },
        { ...work(), studentId: timur, value: null, required: true },
      ],
      presences: [{ lessonId, studentId: timur, value: 'absent', version: 0 }],
    });
    const day = await dayOf('gulnara');
    expect(day.awaiting).toMatchObject([{ work: 'Контрольная № 1', checked: 1, total: 3, state: 'ahead' }]);
    expect(plain(day.awaiting[0]?.deadline)).toBe('17.10, 3 дня');
    expect(day).toMatchObject({
      debtsTotal: 1,
      debts: [{ work: 'Контрольная № 1', students: 'Абдуллин', count: 1, dueOn: '2026-10-20', group: 'ИСП-25-1' }],
    });
    await testDatabase().setClock('2026-10-17T19:59:00Z');
    expect((await dayOf('gulnara')).awaiting[0]).toMatchObject({ state: 'attention', deadline: 'сегодня до 23:59' });
    await testDatabase().setClock('2026-10-17T20:00:00Z');
    expect((await dayOf('gulnara')).awaiting[0]?.state).toBe('overdue');
    expect((await dayOf('rustem')).debts).toEqual([]);
  });

  it('asks for period grades from a fortnight before the end until they are due (R-085)', async () => {
    await testDatabase().setClock('2026-12-13T08:00:00Z');
    expect((await dayOf('gulnara')).grades).toBeNull();
    await testDatabase().setClock('2026-12-14T08:00:00Z');
    expect((await dayOf('gulnara')).grades).toEqual({
      period: 'I семестр',
      dueOn: '2027-01-02',
      lines: [
        {
          sectionId: world.college.sections.algorithms,
          periodId: world.college.periods.first,
          group: 'ИСП-25-1',
          course: 'ОП.04, дифференцированный зачёт',
          given: 0,
          total: 4,
          unpublished: null,
        },
      ],
    });
  });

  it('tells what the families do not see yet; late publication is said, not refused (R-097, S4 7.3)', async () => {
    const { sections, periods } = world.college;
    await testDatabase().setClock('2026-12-15T08:00:00Z');
    const { data } = await world.owner.regulationVersion.findFirstOrThrow();
    const { deadlines } = profiles.s4;
    const own = parseRegulation(data);
    await world.owner.regulationVersion.create({
      data: {
        ...{ profile: 'demo', validFrom: new Date('2026-12-15'), createdAt: new Date(worldNow) },
        data: JSON.parse(
          JSON.stringify({ ...own, deadlines: { ...own.deadlines, publishResultsDays: deadlines.publishResultsDays } }),
        ),
      },
    });
    const place = { studentId: world.people.alina, periodId: periods.first };
    await save('gulnara', { grades: [{ ...place, value: '4', reason: 'зачётная неделя', version: 0 }] });
    const line = async () => (await dayOf('gulnara')).grades?.lines[0]?.unpublished;
    expect(plain((await line())?.deadline)).toBe('18.12, 3 дня');
    await testDatabase().setClock('2026-12-18T20:00:00Z');
    expect(await line()).toEqual({ count: 1, state: 'overdue', deadline: expect.stringMatching(/^просрочено/) });
    const input = { sectionId: sections.algorithms, periodId: periods.first };
    const publish = async () =>
      publishGrades.execute(await world.actor('gulnara'), input, { address: 'test', device: 'test' });
    expect(await publish()).toEqual({ published: 1, late: 1 });
    expect(await line()).toBeNull();
    expect(await publish()).toEqual({ published: 0, late: 0 });
  });
});
