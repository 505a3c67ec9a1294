import { describe, expect, it } from 'vitest';
import { instantOf } from '@/domain/deadlines/zone';
import { timeZone } from './calendar';
import { type Demo, makeDemo } from './focus';
import { JournalWriter } from './journal';
import type { LessonContent, MarkEntry } from './journal-entries';
import { Roster, subgroupsOf } from './roster';

function written({ plan, day, gaps }: Demo): LessonContent[] {
  const writer = new JournalWriter(plan, instantOf(day, '00:00', timeZone), gaps);
  return [...plan.lessons.keys()].flatMap((no) => writer.write(no) ?? []);
}

/** The last value of each cell. */
function cells(contents: readonly LessonContent[]): MarkEntry[] {
  return contents.flatMap(({ tasks }) =>
    tasks.flatMap(({ marks }) => [...new Map(marks.map((mark) => [mark.student, mark])).values()]),
  );
}

const demo = makeDemo('2026-11-20');
const contents = written(demo);
const marks = cells(contents);

describe('the journal of the demo college', () => {
  it('is filled up to yesterday, today is not', () => {
    const { plan, day } = demo;
    const filled = new Set(contents.map(({ lesson }) => lesson));
    const past = [...plan.lessons.entries()].filter(([, { date }]) => date < day);
    expect(past.filter(([no]) => filled.has(no)).length / past.length).toBeGreaterThan(0.998);
    expect(contents.every(({ lesson }) => (plan.lessons[lesson]?.date ?? day) < day)).toBe(true);
    expect(contents.every(({ at }) => at < instantOf(day, '00:00', timeZone))).toBe(true);
  });

  it('spreads marks as colleges do: 5 about a quarter, 4 two fifths, 2 one in fifteen', () => {
    const values = marks.filter(({ value }) => value !== null);
    const share = (value: string): number => values.filter((mark) => mark.value === value).length / values.length;
    expect(share('5')).toBeCloseTo(0.25, 1);
    expect(share('4')).toBeCloseTo(0.38, 1);
    expect(share('3')).toBeCloseTo(0.3, 1);
    expect(share('2')).toBeGreaterThan(0.04);
    expect(share('2')).toBeLessThan(0.1);
  });

  it('has 8–12 % absences, most of them with a reason by the curator', () => {
    const { plan } = demo;
    const roster = new Roster(plan, subgroupsOf(plan));
    const places = contents.reduce((sum, { lesson }) => {
      const row = plan.lessons[lesson];
      const section = row ? plan.sections[row.section] : undefined;
      return sum + (row && section ? roster.on(section, row.date).length : 0);
    }, 0);
    const absences = contents.flatMap(({ presences }) => presences.filter(({ value }) => value === 'absent'));
    expect(absences.length / places).toBeGreaterThan(0.08);
    expect(absences.length / places).toBeLessThan(0.12);
    const curators = new Set(plan.groups.map(({ curator }) => curator));
    const reasons = contents.flatMap(({ reasons: own }) => own);
    expect(reasons.length).toBeGreaterThan(absences.length * 0.85);
    expect(reasons.every(({ by }) => curators.has(by))).toBe(true);
  });

  it('keeps dots of several ages, corrections and late entries', () => {
    const { plan, day } = demo;
    const dots = marks.filter(({ value }) => value === null);
    const ages = new Set(dots.map(({ at }) => at.toISOString().slice(0, 7)));
    expect(ages.size).toBeGreaterThan(4);
    const all = contents.flatMap(({ tasks }) => tasks.flatMap((task) => task.marks));
    expect(all.length).toBeGreaterThan(marks.length);
    const late = contents.filter(({ lesson, at }) => {
      const next = plan.lessons[lesson]?.date ?? day;
      return at >= new Date(Date.parse(`${next}T20:00:00Z`));
    });
    expect(late.length / contents.length).toBeGreaterThan(0.01);
    expect(late.length / contents.length).toBeLessThan(0.08);
  });

  it('writes nothing about those whose row is closed or who are not in the subgroup', () => {
    const { plan } = demo;
    const roster = new Roster(plan, subgroupsOf(plan));
    const strangers = contents.filter(({ lesson, presences, tasks }) => {
      const row = plan.lessons[lesson];
      const section = row ? plan.sections[row.section] : undefined;
      const open = new Set(row && section ? roster.on(section, row.date) : []);
      const named = [...presences, ...tasks.flatMap((task) => task.marks)];
      return !named.every(({ student }) => open.has(student));
    });
    expect(strangers).toEqual([]);
  });
});

describe.each(['2026-11-20', '2026-11-22', '2026-12-18', '2026-01-05', '2025-09-03', '2030-01-01'])('on %s', (date) => {
  const { plan, day, gaps } = makeDemo(date);
  const teacher = plan.people.find(({ login }) => login === 'teacher')?.no;

  it('the demo teacher has something to fill', () => {
    const today = plan.lessons.filter((lesson) => lesson.date === day && lesson.teacher === teacher);
    const left = [...gaps].filter(([no]) => plan.lessons[no]?.teacher === teacher);
    expect(today.length + left.length).toBeGreaterThan(0);
  });

  it('nothing is known that comes later', () => {
    expect(plan.movements.every(({ orderDate }) => orderDate <= day)).toBe(true);
    expect(plan.lessons.every(({ substitution }) => !substitution || substitution.orderDate <= day)).toBe(true);
  });
});
