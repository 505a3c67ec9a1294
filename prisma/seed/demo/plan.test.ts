import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isAdult } from '@/domain/people/age';
import { type Demo, makeDemo } from './focus';
import type { DemoLesson, DemoPlan, DemoSection } from './model';
import { makePlan } from './plan';
import { groupBy } from './tables';

const plan = makePlan();
const sectionOf = (lesson: DemoLesson, of: DemoPlan = plan): DemoSection => {
  const section = of.sections[lesson.section];
  if (!section) throw new Error('a lesson without a section');
  return section;
};
const fullName = (no: number): string => {
  const person = plan.people[no];
  return person ? `${person.lastName} ${person.firstName} ${person.middleName}` : '';
};

const digest = ({ plan: own, day, gaps }: Demo): string =>
  createHash('sha256')
    .update(JSON.stringify([own, day, [...gaps]]))
    .digest('hex');

describe('the plan of the demo college', () => {
  it('is the same for the same seed and date, and made in five seconds of work', () => {
    const before = process.cpuUsage();
    const demo = makeDemo('2026-11-20');
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(5_000_000);
    expect(digest(makeDemo('2026-11-20'))).toBe(digest(demo));
    expect(digest(makeDemo('2026-11-20', 'another seed'))).not.toBe(digest(demo));
  }, 60_000);

  it('has at least 18 groups a year over four years of study, 20–25 students each, 40 teachers', () => {
    const groups2026 = new Set(plan.sections.filter(({ year }) => year === 2026).map(({ group }) => group));
    expect(groups2026.size).toBeGreaterThanOrEqual(18);
    const own = plan.groups.filter(({ name }) => groups2026.has(name));
    expect(new Set(own.map(({ entryYear }) => entryYear))).toEqual(new Set([2023, 2024, 2025, 2026]));
    expect(new Set(own.map(({ programme }) => programme)).size).toBe(6);
    for (const { students } of plan.groups) {
      expect(students.length).toBeGreaterThanOrEqual(20);
      expect(students.length).toBeLessThanOrEqual(25);
    }
    expect(plan.staff.filter(({ role }) => role === 'teacher')).toHaveLength(40);
  });

  it('names nobody whom the regulations name', () => {
    const forbidden = /^(Кривчун|Козлова?|Заузелкова?|Никитина?|Иванова?)$/;
    expect(plan.people.filter(({ lastName }) => forbidden.test(lastName))).toEqual([]);
    expect(plan.people.every(({ lastName, firstName, middleName }) => lastName && firstName && middleName)).toBe(true);
  });

  it('gives every login once', () => {
    const logins = plan.people.map(({ login }) => login);
    expect(new Set(logins).size).toBe(logins.length);
    expect(logins.every((login) => /^[a-z0-9._-]{3,60}$/.test(login))).toBe(true);
    const contract =
      'admin director deputy depthead studyoffice secretary dispatcher methodist teacher curator student parent observer';
    for (const login of contract.split(' ')) expect(logins).toContain(login);
  });

  it('knows namesakes, siblings in different groups, parents of most students and closed accesses of adults', () => {
    const students = plan.groups.flatMap((group) => group.students);
    const names = groupBy(students, fullName);
    expect([...names.values()].some((same) => same.length > 1)).toBe(true);
    const children = groupBy(plan.guardians, ({ guardian }) => guardian);
    const parent = plan.people.find(({ login }) => login === 'parent')?.no ?? -1;
    const groupOf = new Map(plan.groups.flatMap(({ name, students: own }) => own.map((no) => [no, name])));
    expect(children.get(parent)?.map(({ student }) => groupOf.get(student))).toEqual(['ИСП-25-1', 'ПКД-26-1']);
    expect([...children.values()].filter((links) => links.length > 1).length).toBeGreaterThan(5);
    const share = new Set(plan.guardians.map(({ student }) => student)).size / students.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.92);
    expect(plan.closedAccess).toHaveLength(2);
    for (const { student, date } of plan.closedAccess) {
      expect(isAdult(plan.people[student]?.birthDate ?? date, date)).toBe(true);
    }
  });
});

describe('the timetable of the demo college', () => {
  it('puts no teacher, no room and no group in two places at once', () => {
    const { plan: day } = makeDemo('2026-11-20');
    const when = ({ date, pair }: DemoLesson): string => `${date} ${pair}`;
    const twice = (keyOf: (lesson: DemoLesson) => string): string[] =>
      [...groupBy(day.lessons, keyOf)].filter(([, lessons]) => lessons.length > 1).map(([key]) => key);
    expect(twice((lesson) => `${when(lesson)} ${lesson.teacher}`)).toEqual([]);
    expect(twice((lesson) => `${when(lesson)} ${lesson.room}`)).toEqual([]);
    const byGroup = groupBy(day.lessons, (lesson) => `${when(lesson)} ${sectionOf(lesson, day).group}`);
    const clashing = [...byGroup].filter(([, lessons]) => {
      const sections = lessons.map((lesson) => sectionOf(lesson, day));
      const halves = sections
        .map(({ subgroup }) => subgroup)
        .sort()
        .join();
      return lessons.length > 1 && (halves !== '1,2' || sections[0]?.course.index !== sections[1]?.course.index);
    });
    expect(clashing.map(([key]) => key)).toEqual([]);
  }, 60_000);

  it('asks 36 hours a week of a group, in 10–14 courses', () => {
    for (const { name } of plan.groups) {
      for (const { year, half } of plan.semesters) {
        const own = plan.sections.filter((row) => row.group === name && row.year === year && (row.subgroup ?? 1) === 1);
        const pairs = own.flatMap(({ halves }) => halves.filter((row) => row.half === half && row.pairsPerWeek > 0));
        if (pairs.length === 0) continue;
        expect(pairs.reduce((sum, row) => sum + row.pairsPerWeek, 0)).toBe(18);
        expect(pairs.length).toBeGreaterThanOrEqual(10);
        expect(pairs.length).toBeLessThanOrEqual(14);
      }
    }
  });

  it('gives no teacher more than 32 hours a week', () => {
    for (const { year, half } of plan.semesters) {
      const loads = new Map<number, number>();
      for (const { teacher, halves } of plan.sections.filter((row) => row.year === year)) {
        const pairs = halves.find((row) => row.half === half)?.pairsPerWeek ?? 0;
        loads.set(teacher, (loads.get(teacher) ?? 0) + pairs);
      }
      expect(Math.max(...loads.values())).toBeLessThanOrEqual(16);
    }
  });

  it('gives nearly all hours of the plan and closes each half-year with its control', () => {
    const held = groupBy(plan.lessons, ({ section, half }) => `${section} ${half}`);
    for (const { no, halves, course, schemeKey } of plan.sections) {
      const topics = plan.schemes.find(({ key }) => key === schemeKey)?.topics ?? [];
      for (const { half, lessons, control } of halves) {
        const own = held.get(`${no} ${half}`) ?? [];
        const lost = course.kind === 'educationalPractice' ? 6 : 2;
        expect(own.length).toBeGreaterThanOrEqual(lessons - lost);
        expect(own.length).toBeLessThanOrEqual(lessons);
        const last = topics[own.at(-1)?.topic ?? -1];
        if (control === 'gradedCredit') expect(last?.title).toBe('Дифференцированный зачёт');
      }
    }
  });

  it('gives the demo teacher lessons on every weekday and ОП.04 of ИСП-25-1 where the journal shows it', () => {
    const teacher = plan.people.find(({ login }) => login === 'teacher')?.no;
    const own = plan.entries.filter(({ section, half }) => {
      const row = plan.sections[section];
      return half === 1 && row?.year === 2026 && row.teacher === teacher;
    });
    expect(new Set(own.map(({ weekday }) => weekday)).size).toBe(6);
    const basics = own.filter(({ section }) => {
      const row = plan.sections[section];
      return row?.group === 'ИСП-25-1' && row.course.index === 'ОП.04';
    });
    expect(basics.map(({ weekday, pair }) => `${weekday}.${pair}`).sort()).toEqual(['2.3', '4.2', '5.2']);
  });

  it('has 20–30 substitutions a year', () => {
    for (const year of [2025, 2026]) {
      const count = plan.lessons.filter((lesson) => lesson.substitution && sectionOf(lesson).year === year).length;
      expect(count).toBeGreaterThanOrEqual(20);
      expect(count).toBeLessThanOrEqual(30);
    }
  });
});
