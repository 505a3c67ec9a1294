import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { loadSubject } from '@/features/diary/load-subject';
import { loadJournal } from '@/features/journal/load-journal';
import { marksOfPeriod } from '@/features/journal/period-marks';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { journalDesk, marked } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';
import { divideWorld, type Subgroups } from '../support/world-subgroups';

type Student = 'alina' | 'timur' | 'artem' | 'kirill' | 'igor';

let world: World;
let halves: Subgroups;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  halves = await divideWorld(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);
const inOne = () => ({ sectionId: halves.sections.one });
const inTwo = () => ({ sectionId: halves.sections.two });
const namesOf = (ids: readonly number[]) =>
  (['alina', 'timur', 'artem', 'kirill', 'igor'] as const).filter((name) => ids.includes(world.people[name]));

describe('R-076 each teacher of a divided group keeps a record of his own', () => {
  it('refuses marks, attendance and period grades of the other subgroup, whole and without a trace', async () => {
    const { one, oneLater } = halves.lessons;
    const { artem, timur, alina } = world.people;
    expect(await refused(() => save('rustem', marked(one, artem), inOne()))).toBe('NOT_ENROLLED');
    const absent = { lessonId: one, studentId: artem, value: 'absent' as const, version: 0 };
    expect(await refused(() => save('rustem', { presences: [absent] }, inOne()))).toBe('NOT_ENROLLED');
    expect(await refused(() => save('rustem', marked(oneLater, timur), inOne())), 'after the change').toBe(
      'NOT_ENROLLED',
    );
    const grade = { periodId: world.college.periods.first, value: '5' as const, reason: 'доказал устно', version: 0 };
    const give = (studentId: number) => () => save('rustem', { grades: [{ ...grade, studentId }] }, inOne());
    expect(await refused(give(artem))).toBe('NOT_ENROLLED');
    expect((await give(alina)()).grades).toEqual([{ studentId: alina, version: 1 }]);
  });

  it('«отметить всех» reaches the own subgroup alone, as it was on the day (R-062)', async () => {
    const task = { taskType: 'practical', title: 'ПЗ № 1', required: true, dueOn: null, version: 0 };
    const dotted = async (who: 'rustem' | 'liliya', lessonId: number, place: { sectionId: number }) => {
      const work = { ...task, lessonId, assignment: { ref: 'pz' }, dotForAll: true };
      const { marks } = await save(who, { assignments: [work] }, place);
      return namesOf(marks.map(({ studentId }) => studentId));
    };
    expect(await dotted('rustem', halves.lessons.one, inOne())).toEqual(['alina', 'timur']);
    expect(await dotted('liliya', halves.lessons.twoLater, inTwo())).toEqual(['timur', 'artem', 'igor']);
  });

  it('lists the students of the subgroup, closed on the days they were in the other one', async () => {
    const rowsOf = async (who: 'rustem' | 'liliya', sectionId: number) => {
      const loaded = await loadJournal(await world.actor(who), sectionId);
      return loaded?.view.rows ?? [];
    };
    const first = await rowsOf('rustem', halves.sections.one);
    expect(namesOf(first.map(({ studentId }) => studentId))).toEqual(['alina', 'timur', 'kirill']);
    const moved = first.find(({ studentId }) => studentId === world.people.timur);
    expect(moved?.closed).toMatchObject([{ from: 1, to: 1, reason: expect.stringContaining('подгрупп') }]);
    const second = await rowsOf('liliya', halves.sections.two);
    expect(namesOf(second.map(({ studentId }) => studentId))).toEqual(['timur', 'artem', 'igor']);
    expect(await loadJournal(await world.actor('gulnara'), halves.sections.one)).toBeNull();
  });

  it('shows a student in the diary the lessons of the own subgroup alone', async () => {
    const lessonsOf = async (student: Student, date: string) => {
      const loaded = await loadDiaryWeek(await world.actor(student), world.people[student], { date });
      const [day] = loaded?.week.days.filter((each) => each.date === date) ?? [];
      return day?.lessons.map(({ id }) => id) ?? [];
    };
    const { one, two, oneLater, twoLater } = halves.lessons;
    const past = world.college.lessons;
    expect(await lessonsOf('alina', '2026-10-07')).toEqual([one, past.past]);
    expect(await lessonsOf('artem', '2026-10-07')).toEqual([two, past.past]);
    expect(await lessonsOf('timur', '2026-10-07')).toEqual([one, past.past]);
    expect(await lessonsOf('timur', '2026-10-12')).toEqual([twoLater, past.recent]);
    expect(await lessonsOf('alina', '2026-10-12')).toEqual([oneLater, past.recent]);
  });

  it('counts the marks of the former subgroup for one who has changed it (G-07), and shows them together', async () => {
    const { timur } = world.people;
    await save('rustem', marked(halves.lessons.one, timur, '3'), inOne());
    await save('liliya', marked(halves.lessons.twoLater, timur, '5'), inTwo());
    const { courseId } = await world.owner.curriculumItem.findFirstOrThrow({
      where: { index: 'ОГСЭ.03' },
      select: { courseId: true },
    });
    const place = { courseId, periodId: world.college.periods.first };
    const counted = async (sectionId: number, regulation = profiles.demo) =>
      (await marksOfPeriod(world.owner, { ...place, sectionId }, regulation)).get(timur)?.map(({ value }) => value);
    expect(profiles.demo.periodMark.formerSectionMarks).toBe('count');
    expect(await counted(halves.sections.two)).toEqual(['5', '3']);
    expect(await counted(halves.sections.one)).toEqual(['3']);
    const grid = await loadJournal(await world.actor('liliya'), halves.sections.two);
    expect(grid?.view.rows.find(({ studentId }) => studentId === timur)?.carried).toEqual(['3']);
    const separate = { ...profiles.demo.periodMark, formerSectionMarks: 'ignore' as const };
    expect(await counted(halves.sections.two, { ...profiles.demo, periodMark: separate })).toEqual(['5']);
    const diary = await loadSubject(await world.actor('timur'), timur, courseId);
    expect(diary?.subject.average?.hundredths).toBe(400);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('G-07 marks of one who came, left and came again', () => {
  it('count once each', async () => {
    const { owner, people, college } = world;
    const { id: orderId } = await owner.administrativeOrder.findFirstOrThrow({ select: { id: true } });
    await save('gulnara', marked(college.lessons.recent, people.igor, '4'));
    await owner.enrollment.updateMany({
      where: { studentId: people.igor, groupId: college.groups.isp },
      data: { endsOn: new Date('2026-10-20'), exitOrderId: orderId },
    });
    for (const [group, from, to] of [
      ['pkd', '2026-10-21', '2026-10-31'],
      ['isp', '2026-11-01', '2026-11-10'],
      ['pkd', '2026-11-11', null],
    ] as const) {
      const days = { startsOn: new Date(from), endsOn: to === null ? null : new Date(to) };
      const row = { studentId: people.igor, groupId: college.groups[group], entryOrderId: orderId, ...days };
      await owner.enrollment.create({ data: row, select: { id: true } });
    }
    const { courseId } = await owner.curriculumItem.findFirstOrThrow({
      where: { index: 'ОП.04' },
      select: { courseId: true },
    });
    const place = { sectionId: college.sections.foreign, courseId, periodId: college.periods.first };
    const counted = await marksOfPeriod(owner, place, profiles.demo);
    expect(counted.get(people.igor)?.map(({ value }) => value)).toEqual(['4']);
  });
});
