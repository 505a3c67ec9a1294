import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diariesVisibleTo } from '@/access/scope';
import { averageOf } from '@/domain/grading/average';
import { proposeMark } from '@/domain/grading/proposal';
import { profiles } from '@/domain/regulation/profiles';
import { diaryReader } from '@/features/diary/diary-reader';
import { loadAbsences } from '@/features/diary/load-absences';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { loadSubject } from '@/features/diary/load-subject';
import { loadSubjects } from '@/features/diary/load-subjects';
import { loadTimetable } from '@/features/diary/load-timetable';
import type { CellEditsInput } from '@/features/journal/cell-edits';
import { markCells } from '@/features/journal/mark-cells';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

type Who = Parameters<World['actor']>[0];

async function save(
  who: Who,
  edits: Omit<CellEditsInput, 'sectionId'>,
  section: 'algorithms' | 'foreign' = 'algorithms',
) {
  const input = { sectionId: world.college.sections[section], ...edits };
  return markCells.execute(await world.actor(who), input, { address: 'test', device: 'test' });
}

const marked = (lessonId: number, studentId: number, value: '5' | '4' | '3' | '2') => ({
  assignments: [
    { lessonId, assignment: { ref: 'a' }, version: 0, taskType: 'answer', title: '', required: false, dueOn: null },
  ],
  marks: [{ lessonId, studentId, assignment: { ref: 'a' }, value, required: false, version: 0 }],
});

async function weekOf(who: Who, student: Who, date?: string) {
  const loaded = await loadDiaryWeek(await world.actor(who), world.people[student], { date });
  return loaded?.week ?? null;
}

async function subjectsOf(who: Who, student: Who, periodId?: number) {
  const loaded = await loadSubjects(await world.actor(who), world.people[student], periodId);
  return loaded?.subjects ?? null;
}

const marksOn = (week: Awaited<ReturnType<typeof weekOf>>, date: string) =>
  week?.days.find((day) => day.date === date)?.lessons.flatMap(({ marks }) => marks.map(({ value }) => value));

describe('who reads whose diary (R-008, R-009, T-022)', () => {
  const cases: [Who, Who, boolean][] = [
    ['alina', 'alina', true],
    ['alina', 'timur', false],
    ['renata', 'alina', true],
    ['renata', 'arslan', true],
    ['renata', 'timur', false],
    ['viktor', 'artem', false],
    ['liliya', 'timur', true],
    ['liliya', 'arslan', false],
    ['gulnara', 'alina', false],
    ['nadezhda', 'alina', false],
    ['denis', 'alina', false],
  ];
  it.each(cases)('%s opens the diary of %s: %s', async (who, student, open) => {
    const actor = await world.actor(who);
    const id = world.people[student];
    const loads = [loadDiaryWeek, loadSubjects, loadAbsences, loadTimetable];
    const opened = await Promise.all(loads.map(async (load) => (await load(actor, id)) !== null));
    expect(opened).toEqual(loads.map(() => open));
    const visible = await world.owner.student.count({ where: { AND: [{ id }, diariesVisibleTo(actor)] } });
    expect(visible === 1).toBe(open);
    expect((await diaryReader(actor, id)) !== null).toBe(open);
  });
  it('answers a student who does not exist as a foreign one', async () => {
    expect(await loadDiaryWeek(await world.actor('liliya'), 999_999)).toBeNull();
  });
  it('opens an adult’s diary to the father by the student’s own consent, and closes it again (G-11, T-030)', async () => {
    const decide = (allowed: boolean, at: string) =>
      world.owner.parentAccessDecision.create({
        data: { studentId: world.people.artem, allowed, decidedAt: new Date(at) },
      });
    expect(await weekOf('viktor', 'artem')).toBeNull();
    await decide(true, '2026-10-01');
    expect(await weekOf('viktor', 'artem')).not.toBeNull();
    await decide(false, '2026-10-02');
    expect(await weekOf('viktor', 'artem')).toBeNull();
  });
  it('is open to the father of a minor until the very midnight of the birthday', async () => {
    await world.owner.guardianship.create({
      data: {
        guardianId: world.people.viktor,
        studentId: world.people.igor,
        relation: 'дядя',
        startsOn: new Date('2025-09-01'),
      },
    });
    await testDatabase().setClock('2027-01-14T19:59:00Z');
    expect(await weekOf('viktor', 'igor')).not.toBeNull();
    await testDatabase().setClock('2027-01-14T20:00:00Z');
    expect(await weekOf('viktor', 'igor')).toBeNull();
  });
});

describe('the week', () => {
  it('names whose diary it is and the other child (R-009)', async () => {
    const loaded = await loadDiaryWeek(await world.actor('renata'), world.people.alina);
    expect(loaded?.owner).toMatchObject({ name: 'Давлетшина Алина', group: 'ИСП-25-1', yearOfStudy: 2 });
    expect(loaded?.owner.children).toMatchObject([
      { firstName: 'Алина', group: 'ИСП-25-1', yearOfStudy: 2 },
      { firstName: 'Арслан', group: 'ПКД-26-1', yearOfStudy: 1 },
    ]);
    expect((await loadDiaryWeek(await world.actor('alina'), world.people.alina))?.owner.children).toEqual([]);
  });
  it('shows lessons, times, a substitution and the ways to the neighbouring lessons', async () => {
    const week = await weekOf('alina', 'alina');
    expect(week).toMatchObject({ selected: '2026-10-14', previous: '2026-10-07', next: null, debts: [] });
    expect(week?.days.map(({ date, lessons }) => [date, lessons.length])).toEqual([
      ['2026-10-12', 1],
      ['2026-10-13', 1],
      ['2026-10-14', 1],
      ['2026-10-15', 0],
      ['2026-10-16', 1],
      ['2026-10-17', 0],
    ]);
    expect(week?.days[1]?.lessons[0]).toMatchObject({
      change: 'замена: Ганеева Л. Р.',
      startsAt: '10:15',
      room: '314',
    });
    expect((await weekOf('alina', 'alina', '2027-01-03'))?.days[0]?.note).toBe('');
    expect((await weekOf('alina', 'alina', '2027-01-05'))?.days[0]?.note).toBe('каникулы');
  });
  it('shows the parent a mark, an absence with its reason and homework as soon as they are saved (R-129)', async () => {
    const { today } = world.college.lessons;
    const cell = { lessonId: today, studentId: world.people.alina };
    await save('gulnara', {
      ...marked(today, world.people.alina, '5'),
      presences: [{ ...cell, value: 'absent', version: 0 }],
      lessons: [{ lessonId: today, version: 0, topic: 'Понятие алгоритма', homework: '§ 1' }],
      homework: [{ ...cell, text: 'повторить § 2', version: 0 }],
    });
    await save('liliya', { reasons: [{ ...cell, value: 'sick', version: 0 }] });
    const lesson = (await weekOf('renata', 'alina'))?.days[2]?.lessons[0];
    expect(lesson).toMatchObject({
      topic: 'Понятие алгоритма',
      homework: '§ 1',
      ownHomework: 'повторить § 2',
      marks: [{ value: '5', work: 'ответ на занятии' }],
      absence: { symbol: 'б', class: 'sick' },
    });
    expect(marksOn(await weekOf('timur', 'timur'), '2026-10-14')).toEqual([]);
    const absences = (await loadAbsences(await world.actor('renata'), world.people.alina))?.absences;
    expect(absences).toMatchObject({ missedHours: 2, byCode: [{ hours: 2, lessons: 1 }] });
    expect(absences?.byMonth.map(({ hours }) => hours)).toEqual([0, 2]);
  });
  it('keeps the days of a leave empty and says so (R-075)', async () => {
    const week = await weekOf('liliya', 'pavel');
    expect(week?.days.every(({ lessons, note }) => lessons.length === 0 && note === 'академический отпуск')).toBe(true);
    expect((await weekOf('liliya', 'pavel', '2026-10-07'))?.days[2]?.lessons).toHaveLength(1);
  });
  it('shows the blocks of the profile only (C-25)', async () => {
    const data = { ...profiles.demo, diary: { ...profiles.demo.diary, parent: ['marks', 'timetable'] } };
    const validFrom = new Date('2026-10-15');
    await world.owner.regulationVersion.create({ data: { profile: 'demo', validFrom, data, createdAt: validFrom } });
    await testDatabase().setClock('2026-10-15T08:00:00Z');
    expect((await weekOf('renata', 'alina'))?.days[2]?.lessons[0]).toMatchObject({
      topic: '',
      homework: '',
      ownHomework: '',
      absence: null,
      marks: [{ value: '5' }],
    });
    expect(await loadAbsences(await world.actor('renata'), world.people.alina)).toBeNull();
    expect((await weekOf('alina', 'alina'))?.days[2]?.lessons[0]?.homework).toBe('§ 1');
  });
});

describe('subjects', () => {
  it('computes averages and proposals as the domain does, from the marks shown (R-091, R-092)', async () => {
    const { recent, past } = world.college.lessons;
    await save('gulnara', marked(recent, world.people.alina, '4'));
    await testDatabase().setClock('2026-10-07T09:00:00Z');
    await save('gulnara', marked(past, world.people.alina, '4'));
    await testDatabase().setClock(worldNow);
    const settings = profiles.demo.periodMark;
    const expected = averageOf([{ value: '4' }, { value: '4' }, { value: '5' }], settings);
    const subjects = await subjectsOf('alina', 'alina');
    expect(subjects?.rows).toMatchObject([
      {
        course: 'Основы алгоритмизации и программирования',
        recent: ['4', '4', '5'],
        average: expected?.hundredths,
        proposed: proposeMark(expected, settings)?.value,
        grade: null,
        debts: null,
      },
    ]);
    expect(subjects).toMatchObject({ average: 433, missedHours: 2, sickHours: 2, debts: 0 });
    const courseId = subjects?.rows[0]?.courseId ?? 0;
    const loaded = await loadSubject(await world.actor('renata'), world.people.alina, courseId);
    expect(loaded?.subject).toMatchObject({ index: 'ОП.04', teachers: ['Хабибуллина Г. Р.'], bounds: { 5: 465 } });
    expect(loaded?.subject.average?.explained.formula).toBe('(5 × 1 + 4 × 2) : 3 = 13 : 3 = 4,333… → 4,33');
    expect(loaded?.subject.entries.map(({ kind }) => kind)).toEqual(['mark', 'absence', 'mark', 'mark']);
    expect(await loadSubject(await world.actor('renata'), world.people.alina, 999_999)).toBeNull();
    expect(await loadSubject(await world.actor('timur'), world.people.alina, courseId)).toBeNull();
  });
  it('shows a period grade only when it is published (R-097)', async () => {
    const key = {
      sectionId: world.college.sections.algorithms,
      studentId: world.people.alina,
      periodId: world.college.periods.first,
    };
    await world.owner.grade.create({
      data: {
        ...key,
        groupId: world.college.groups.isp,
        value: '5',
        proposed: '4',
        reason: 'олимпиада',
        enteredById: world.people.gulnara,
        enteredAt: new Date(worldNow),
      },
    });
    expect((await subjectsOf('renata', 'alina'))?.rows[0]?.grade).toBeNull();
    await world.owner.grade.update({
      where: { sectionId_studentId_periodId: key },
      data: { publishedAt: new Date(worldNow) },
    });
    expect((await subjectsOf('renata', 'alina'))?.rows[0]?.grade).toBe('5');
    const courseId = (await subjectsOf('renata', 'alina'))?.rows[0]?.courseId ?? 0;
    const loaded = await loadSubject(await world.actor('alina'), world.people.alina, courseId);
    expect(loaded?.subject.grade).toEqual({ value: '5', reason: 'олимпиада' });
  });
  it('counts an obligatory work that is not handed in as a debt everywhere (R-062)', async () => {
    const { recent } = world.college.lessons;
    const cell = { lessonId: recent, assignment: { ref: 'pz' } };
    await save('gulnara', {
      assignments: [
        { ...cell, version: 0, taskType: 'practical', title: 'ПЗ № 1. Линейные', required: true, dueOn: '2026-10-13' },
      ],
      marks: [{ ...cell, studentId: world.people.timur, value: null, required: true, version: 0 }],
    });
    const week = await weekOf('timur', 'timur');
    expect(week?.debts).toMatchObject([{ title: 'ПЗ № 1. Линейные', dueOn: '2026-10-13', overdue: true }]);
    expect(week?.days[0]?.lessons[0]?.debts).toEqual(['ПЗ № 1. Линейные']);
    expect((await subjectsOf('timur', 'timur'))?.rows[0]?.debts).toEqual({ count: 1, dueOn: '2026-10-13' });
    expect((await weekOf('alina', 'alina'))?.debts).toEqual([]);
  });
  it('keeps the marks of a former group and of the closed year in sight (R-130, G-07)', async () => {
    await testDatabase().setClock('2026-09-16T09:00:00Z');
    const lesson = await world.owner.lesson.create({
      data: {
        sectionId: world.college.sections.foreign,
        groupId: world.college.groups.pkd,
        periodId: world.college.periods.first,
        teacherId: world.people.rustem,
        date: new Date('2026-09-16'),
        classPeriod: 1,
        room: '',
        lessonType: 'lecture',
        hours: 2,
      },
    });
    await save('rustem', marked(lesson.id, world.people.igor, '3'), 'foreign');
    await testDatabase().setClock(worldNow);
    await save('gulnara', marked(world.college.lessons.recent, world.people.igor, '5'));
    expect(marksOn(await weekOf('igor', 'igor', '2026-09-16'), '2026-09-16')).toEqual(['3']);
    expect((await subjectsOf('igor', 'igor'))?.rows).toMatchObject([{ recent: ['3', '5'], average: 400 }]);
    const closed = await subjectsOf('alina', 'alina', world.college.periods.closed);
    expect(closed?.rows).toHaveLength(1);
    expect(closed?.periods.map(({ name, current }) => [name, current])).toEqual([
      ['I семестр', false],
      ['II семестр', false],
      ['I семестр 2025/2026', true],
    ]);
    expect(await subjectsOf('igor', 'igor', world.college.periods.closed)).toBeNull();
  });
});
