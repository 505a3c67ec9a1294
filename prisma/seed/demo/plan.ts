import { demoYears, semesters } from './calendar';
import { layLessons } from './lessons';
import { assignLoad, fixedLoad, semesterOf } from './load';
import type { DemoEntry, DemoGroup, DemoLesson, DemoPlan, DemoScheme, DemoSection, DemoSemester } from './model';
import { membershipsOf, movementsOf } from './movements';
import { makePeople } from './people';
import { layPractice } from './practice';
import { random } from './random';
import { Busy, laySubstitutions } from './substitutions';
import { solveTimetable } from './timetable';
import { topicsOf } from './topics/topics';

type Pins = ReturnType<typeof fixedLoad>;

/** Technical programmes have workshops and laboratories where the others have discussions. */
const technical = new Set(['ИСП', 'ТОР', 'ЭСХ', 'ПКД']);

function schemesOf(sections: readonly DemoSection[], groups: readonly DemoGroup[]): DemoScheme[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const schemes = new Map<string, DemoScheme>();
  for (const { schemeKey, course, group, year, teacher, halves } of sections) {
    if (schemes.has(schemeKey)) continue;
    const { programme = '', entryYear = year } = byName.get(group) ?? {};
    const topics = topicsOf(course.index, course.name, technical.has(programme), halves);
    schemes.set(schemeKey, { key: schemeKey, course, programme, entryYear, year, author: teacher, topics });
  }
  return [...schemes.values()];
}

function timetableOf(
  seed: string,
  semester: DemoSemester,
  sections: readonly DemoSection[],
  groups: readonly DemoGroup[],
  pins: Pins,
) {
  const tasks = groups
    .map((group) => ({
      sections: sections.filter((section) => section.group === group.name && section.year === semester.year),
      pins: (index: string) =>
        pins.get(`${group.name} ${semesterOf(group, semester.year, semester.half)} ${index}`)?.slots ?? [],
    }))
    .filter((task) => task.sections.length > 0);
  return solveTimetable(
    { half: semester.half, groups: tasks },
    random(seed, 'timetable', semester.year, semester.half),
  );
}

/** A teacher leaves in mid-semester: a colleague of the field who is free at all of the section's times takes over. */
function laySuccessor(
  sections: readonly DemoSection[],
  entries: readonly DemoEntry[],
  plan: Pick<DemoPlan, 'staff'>,
): void {
  const key = ({ weekday, pair }: DemoEntry): string => `${weekday}.${pair}`;
  const of = (teacher: number): DemoEntry[] =>
    entries.filter(
      ({ section, half }) => half === 1 && sections[section]?.year === 2026 && sections[section]?.teacher === teacher,
    );
  for (const section of sections) {
    if (section.year !== 2026 || section.subgroup !== null || section.chair !== 'economics') continue;
    if (section.halves.length !== 1 || section.halves[0]?.half !== 1) continue;
    const times = new Set(entries.filter((entry) => entry.section === section.no && entry.half === 1).map(key));
    const free = plan.staff.find(
      ({ no, chairs }) =>
        no !== section.teacher &&
        chairs.some((chair) => chair === 'economics') &&
        !of(no).some((entry) => times.has(key(entry))),
    );
    if (!free) continue;
    section.successor = { teacher: free.no, from: '2026-10-19' };
    return;
  }
}

/** The whole college of both years as plain data: the same seed gives the same plan, whatever the day. */
export function makePlan(seed = 'vedomost'): DemoPlan {
  const people = makePeople(seed);
  const surnames = new Map(people.staff.map(({ no }) => [people.people[no]?.lastName ?? '', no]));
  const movements = movementsOf(people.groups, (student) => people.people[student]?.lastName ?? '');
  const pins = fixedLoad(surnames);
  const studying = people.groups;
  const sections = assignLoad(studying, people.staff, pins, demoYears).filter(({ group, year }) => {
    const own = studying.find(({ name }) => name === group);
    return own !== undefined && !(year === 2026 && leftBefore2026(own));
  });
  for (const [place, section] of sections.entries()) section.no = place;
  const entries: DemoEntry[] = [];
  const lessons: DemoLesson[] = [];
  const rooms = new Map(people.staff.map(({ no, room }) => [no, room]));
  const roomOf = (teacher: number): string => rooms.get(teacher) ?? '101';
  for (const semester of semesters) {
    const solved = timetableOf(seed, semester, sections, studying, pins);
    if (semester.year === 2026 && semester.half === 1) laySuccessor(sections, solved, people);
    entries.push(...solved);
    const practice = layPractice(
      studying,
      sections.filter(({ year }) => year === semester.year),
      semester,
    );
    lessons.push(...layLessons(semester, { groups: studying, sections, entries, practice, roomOf }));
  }
  const busy = new Busy(lessons);
  for (const year of demoYears) laySubstitutions(seed, year, lessons, sections, people.staff, busy);
  return {
    seed,
    ...people,
    movements,
    memberships: membershipsOf(people.groups, movements),
    semesters: [...semesters],
    sections,
    schemes: schemesOf(sections, studying),
    entries,
    lessons,
  };
}

function leftBefore2026({ name }: DemoGroup): boolean {
  return name === 'ИСП-22-1' || name === 'БУХ-23-1';
}
