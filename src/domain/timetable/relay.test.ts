import { describe, expect, inject, test } from 'vitest';
import { type Random, random } from '../../../prisma/seed/demo/random';
import { addDays } from '../calendar/local-date';
import { type CalendarException, studyCalendar } from '../calendar/school-days';
import { meets } from '../year/meets';
import { type Relay, type RelayPlan, relay, type StandingLesson } from './relay';

const worlds = inject('rounds') === 'full' ? 3000 : 150;
const period = { startsOn: '2026-09-01', endsOn: '2026-10-31' };
const teachers = (teacherId: number) => [{ teacherId, from: '2026-08-01', to: null }];
const section = (sectionId: number, over: Partial<RelayPlan['sections'][number]> = {}) => ({
  ...{ sectionId, groupId: 1, subgroupId: null, streamId: null, teachers: teachers(sectionId), hours: 100 },
  ...over,
});
const entry = (entryId: number, over: Partial<RelayPlan['entries'][number]> = {}) => ({
  ...{ entryId, sectionId: 1, weekday: 3, classPeriod: 2, parity: 'every' as const, room: '314' },
  ...{ startsOn: period.startsOn, endsOn: period.endsOn },
  ...over,
});
const standing = (id: number, date: string, over: Partial<StandingLesson> = {}): StandingLesson => ({
  ...{ id, sectionId: 1, date, classPeriod: 2, room: '314', teacherId: 1, entryId: 1, streamId: null, hours: 2 },
  ...{ fixed: false, cancelled: false },
  ...over,
});
const plan = (over: Partial<RelayPlan> = {}): RelayPlan => ({
  ...{ ...period, from: '2026-09-15', calendar: studyCalendar(6, []), sections: [section(1)], entries: [entry(1)] },
  ...{ lessons: [], vacated: [], busy: [], lessonHours: 2 },
  ...over,
});
const added = (over: Partial<RelayPlan>) =>
  relay(plan(over)).add.map(({ date, classPeriod }) => `${date} ${classPeriod}`);

describe('R-041 R-042 a week laid anew', () => {
  test('begins with its day, follows parity and calendar, ends with the plan’s hours', () => {
    expect(added({ sections: [section(1, { hours: 6 })] })).toEqual(['2026-09-16 2', '2026-09-23 2', '2026-09-30 2']);
    expect(added({ entries: [entry(1, { parity: 'odd', endsOn: '2026-10-14' })] })).toEqual([
      '2026-09-16 2',
      '2026-09-30 2',
      '2026-10-14 2',
    ]);
    const off: CalendarException = { date: '2026-09-16', kind: 'holiday', followsWeekday: null, name: 'Выходной' };
    expect(added({ calendar: studyCalendar(6, [off]) })[0]).toBe('2026-09-23 2');
    expect(relay(plan({ sections: [section(1, { hours: 30 })] })).short).toEqual([{ sectionId: 1, hours: 16 }]);
  });

  test('what stands where it is wanted stays itself; another room is told; what is not wanted goes', () => {
    const lessons = [standing(7, '2026-09-16'), standing(8, '2026-09-23', { room: '101' }), standing(9, '2026-09-25')];
    const { kept, change, remove, add } = relay(plan({ lessons, sections: [section(1, { hours: 6 })] }));
    expect({ kept, change, remove, add: add.length }).toEqual({
      ...{ kept: 1, remove: [9], add: 1 },
      change: [{ id: 8, room: '314', hours: 2, entryId: 1, streamId: null }],
    });
  });

  test('what is filled stays and keeps its hour and its hours; earlier days are not touched', () => {
    const lessons = [
      standing(7, '2026-09-09', { entryId: null }),
      standing(8, '2026-09-17', { fixed: true, classPeriod: 3 }),
    ];
    const entries = [entry(1), entry(2, { weekday: 4, classPeriod: 3 })];
    const outcome = relay(plan({ lessons, entries, sections: [section(1, { hours: 8 })] }));
    expect(outcome.remove).toEqual([]);
    expect(outcome.add.map(({ date }) => date)).toEqual(['2026-09-16', '2026-09-23']);
  });

  test('a cancelled lesson gives no hours and its hour stays empty', () => {
    const lessons = [standing(7, '2026-09-16', { cancelled: true, fixed: true })];
    expect(added({ lessons, sections: [section(1, { hours: 2 })] })).toEqual(['2026-09-23 2']);
  });

  test('practice takes whole days, a lesson moved away its hour, a teacher busy elsewhere his', () => {
    const day = { groupId: 1, subgroupId: null, date: '2026-09-16', classPeriod: null };
    const hour = { groupId: 1, subgroupId: null, date: '2026-09-23', classPeriod: 2 };
    const busy = [{ teacherId: 1, date: '2026-09-30', classPeriod: 2, streamId: null }];
    expect(added({ vacated: [day, hour], busy })[0]).toBe('2026-10-07 2');
  });

  test('R-031 a stream is one lesson of several groups; R-076 subgroups stand side by side', () => {
    const busy = [{ teacherId: 1, date: '2026-09-16', classPeriod: 2, streamId: 4 }];
    expect(added({ busy, sections: [section(1, { streamId: 4 })] })[0]).toBe('2026-09-16 2');
    expect(added({ busy, sections: [section(1, { streamId: 5 })] })[0]).toBe('2026-09-23 2');
    const sections = [section(1, { subgroupId: 8 }), section(2, { subgroupId: 9 })];
    expect(added({ sections, entries: [entry(1), entry(2, { sectionId: 2 })] }).slice(0, 2)).toEqual([
      '2026-09-16 2',
      '2026-09-16 2',
    ]);
  });

  test('a change of teacher in mid-year is followed; without a teacher nothing is laid', () => {
    const terms = [
      { teacherId: 1, from: '2026-08-01', to: '2026-09-20' },
      { teacherId: 5, from: '2026-09-21', to: null },
    ];
    const laid = relay(plan({ sections: [section(1, { teachers: terms, hours: 4 })] })).add;
    expect(laid.map(({ teacherId }) => teacherId)).toEqual([1, 5]);
    expect(added({ sections: [section(1, { teachers: [] })] })).toEqual([]);
    const sections = [section(1, { teachers: terms, hours: 4 })];
    const { kept, remove, add } = relay(
      plan({ sections, lessons: [standing(7, '2026-09-16'), standing(8, '2026-09-23')] }),
    );
    expect({ kept, remove }, 'an empty lesson of the former teacher goes').toEqual({ kept: 1, remove: [8] });
    expect(add).toMatchObject([{ date: '2026-09-23', teacherId: 5 }]);
  });
});

/** A small college at random: weeks with overlaps, lessons that stand where nobody wants them, filled, cancelled and past ones. */
function madePlan(seed: number): RelayPlan {
  const rng = random('relay', seed);
  const sections = Array.from({ length: rng.int(1, 6) }, (_, place) => madeSection(rng, place + 1));
  const of = () => rng.pick(sections);
  const entries = Array.from({ length: rng.int(0, 14) }, (_, place) =>
    entry(place + 1, {
      ...{ sectionId: of().sectionId, weekday: rng.int(1, 6), classPeriod: rng.int(1, 4) },
      ...{ parity: rng.pick(['every', 'odd', 'even'] as const), room: rng.pick(['', '101', '314']) },
      startsOn: addDays(period.startsOn, rng.int(0, 30)),
    }),
  );
  const occupied: StandingLesson[] = [];
  for (let id = 1; id <= rng.int(0, 40); id++) {
    const { sectionId, groupId, subgroupId, teachers: terms } = of();
    const date = addDays(period.startsOn, rng.int(0, 60));
    const lesson = standing(id, date, {
      ...{
        sectionId,
        classPeriod: rng.int(1, 4),
        teacherId: terms[0]?.teacherId ?? 1,
        entryId: rng.chance(0.2) ? null : 1,
      },
      ...{ hours: rng.int(1, 2), fixed: rng.chance(0.4), cancelled: rng.chance(0.1) },
    });
    const clash = occupied.some((other) => {
      if (other.date !== date || other.classPeriod !== lesson.classPeriod || other.cancelled || lesson.cancelled)
        return false;
      const theirs = sections.find((one) => one.sectionId === other.sectionId);
      const sameGroup = theirs?.groupId === groupId && meets(theirs.subgroupId, subgroupId);
      return sameGroup || other.teacherId === lesson.teacherId;
    });
    if (!clash) occupied.push(lesson);
  }
  return plan({ sections, entries, lessons: occupied, from: addDays(period.startsOn, rng.int(0, 50)) });
}

function madeSection(rng: Random, sectionId: number) {
  const subgroupId = rng.chance(0.3) ? rng.int(7, 8) : null;
  return section(sectionId, {
    groupId: rng.int(1, 2),
    subgroupId,
    teachers: teachers(rng.int(1, 4)),
    hours: rng.int(0, 40),
  });
}

/** The lessons as they stand after an outcome was carried out. */
function laidBy({ lessons }: RelayPlan, { add, change, remove }: Relay): StandingLesson[] {
  const changed = new Map(change.map((one) => [one.id, one]));
  const left = lessons
    .filter(({ id }) => !remove.includes(id))
    .map((lesson) => ({ ...lesson, ...changed.get(lesson.id) }));
  return [...left, ...add.map((lesson, place) => ({ ...lesson, id: 1000 + place, fixed: false, cancelled: false }))];
}

const hoursOf = (lessons: readonly StandingLesson[], sectionId: number) =>
  lessons.filter((one) => one.sectionId === sectionId && !one.cancelled).reduce((sum, { hours }) => sum + hours, 0);

describe('whatever the week', () => {
  const cases = Array.from({ length: worlds }, (_, seed) => madePlan(seed));

  test('R-042 nothing filled, cancelled or past is removed or changed', () => {
    for (const made of cases) {
      const { change, remove } = relay(made);
      const safe = made.lessons.filter(({ fixed, cancelled, date }) => fixed || cancelled || date < made.from);
      const touched = new Set([...remove, ...change.map(({ id }) => id)]);
      expect(safe.filter(({ id }) => touched.has(id))).toEqual([]);
    }
  });

  test('hours are conserved: what is laid and what has no place are the plan, or what stood fixed beyond it', () => {
    for (const made of cases) {
      const outcome = relay(made);
      const lessons = laidBy(made, outcome);
      for (const { sectionId, hours } of made.sections) {
        const fixed = made.lessons.filter((one) => one.fixed || one.date < made.from);
        const short = outcome.short.find((one) => one.sectionId === sectionId)?.hours ?? 0;
        expect(hoursOf(lessons, sectionId) + short).toBe(Math.max(hours, hoursOf(fixed, sectionId)));
      }
    }
  });

  test('R-043 nobody is laid into two places at once, nor outside the days of the place', () => {
    for (const made of cases) {
      const lessons = laidBy(made, relay(made)).filter(({ cancelled }) => !cancelled);
      const sections = new Map(made.sections.map((one) => [one.sectionId, one]));
      for (const [place, lesson] of lessons.entries()) {
        for (const other of lessons.slice(place + 1)) {
          if (other.date !== lesson.date || other.classPeriod !== lesson.classPeriod) continue;
          const [ours, theirs] = [sections.get(lesson.sectionId), sections.get(other.sectionId)];
          expect(other.teacherId).not.toBe(lesson.teacherId);
          expect(ours?.groupId === theirs?.groupId && meets(ours?.subgroupId ?? null, theirs?.subgroupId ?? null)).toBe(
            false,
          );
        }
      }
      for (const { date, entryId } of relay(made).add) {
        const source = made.entries.find((one) => one.entryId === entryId);
        expect(date >= made.from && source && date >= source.startsOn && date <= source.endsOn).toBe(true);
      }
    }
  });

  test('laying what is laid changes nothing', () => {
    for (const made of cases) {
      const again = relay({ ...made, lessons: laidBy(made, relay(made)) });
      expect([again.add, again.change, again.remove]).toEqual([[], [], []]);
    }
  });
});
