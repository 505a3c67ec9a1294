import { lastSpringEnds, plannedWeeks } from './calendar';
import { type Chair, chairOf } from './chairs';
import type { DemoGroup, DemoSection, DemoStaff } from './model';
import { coursesOf, type PlannedCourse, type PlannedTerm } from './programmes/programme-table';
import { programmeTables } from './programmes/programmes';
import { fixedLoadTable } from './staff-tables';
import { rowsOf } from './tables';

/** Courses taught in two subgroups, and the name of the division. */
const divisions: readonly (readonly [RegExp, string])[] = [
  [/^Иностранный язык/, 'Иностранный язык'],
  [/^Информатика$/, 'Информатика'],
];

const termsByProgramme = new Map(programmeTables.map((table) => [table.key, coursesOf(table)]));

export const coursesOfProgramme = (key: string): PlannedCourse[] => termsByProgramme.get(key) ?? [];

/** The last semester of study of a programme. */
const lastSemester = (key: string): number => (({ БУХ: 6, ПКД: 6 }) as Record<string, number>)[key] ?? 8;

export function semesterOf(group: DemoGroup, year: number, half: 1 | 2): number {
  return (year - group.entryYear) * 2 + half;
}

/** Whole weeks of practice of a group in a semester. */
export function practiceWeeks(group: DemoGroup, semester: number): number {
  const terms = coursesOfProgramme(group.programme).flatMap(({ terms }) => terms);
  return terms.filter((term) => term.semester === semester).reduce((sum, { weeks }) => sum + weeks, 0);
}

export function isLastSpring(group: DemoGroup, semester: number): boolean {
  return semester === lastSemester(group.programme);
}

/** Weeks with lessons of every semester of a programme. */
export function weeksOfStudy(group: DemoGroup): { semester: number; weeks: number }[] {
  return Array.from({ length: lastSemester(group.programme) }, (_, place) => {
    const semester = place + 1;
    return { semester, weeks: weeksOfSemester(group, semester) };
  });
}

function weeksOfSemester(group: DemoGroup, semester: number): number {
  if (semester % 2 === 1) return plannedWeeks.autumn;
  return isLastSpring(group, semester) ? plannedWeeks.lastSpring : plannedWeeks.spring - practiceWeeks(group, semester);
}

/** Last day with ordinary lessons of a group in a semester, earlier than the others' in its last spring. */
export function lessonsEndFor(group: DemoGroup, year: number, semester: number, usual: string): string {
  return isLastSpring(group, semester) ? lastSpringEnds(year) : usual;
}

/** Lessons that the plan asks for: пары of the week over the weeks without practice; six days of three пары in practice. */
function plannedLessons(group: DemoGroup, term: PlannedTerm): number {
  if (term.weeks > 0) return term.weeks * 18;
  return Math.floor(term.pairsPerWeek * weeksOfSemester(group, term.semester));
}

/** Academic hours of a course in a semester, as the plan of the group's programme says. */
export function plannedHours(group: DemoGroup, course: PlannedCourse, term: PlannedTerm): number {
  return course.kind === 'internship' ? term.weeks * 36 : plannedLessons(group, term) * 2;
}

type Unassigned = Omit<DemoSection, 'teacher' | 'no'>;

/** The journals of a group in a year; an internship at an enterprise has none. */
function sectionsOfGroup(group: DemoGroup, year: number): Unassigned[] {
  const semesters = [semesterOf(group, year, 1), semesterOf(group, year, 2)];
  if ((semesters[0] ?? 0) < 1) return [];
  return coursesOfProgramme(group.programme).flatMap((course): Unassigned[] => {
    if (course.kind === 'internship') return [];
    const halves = course.terms
      .filter(({ semester }) => semesters.includes(semester))
      .map((term) => ({
        half: term.semester % 2 === 1 ? (1 as const) : (2 as const),
        semester: term.semester,
        lessons: plannedLessons(group, term),
        pairsPerWeek: term.pairsPerWeek,
        control: term.control,
      }));
    if (halves.length === 0) return [];
    const division = divisions.find(([pattern]) => pattern.test(course.name))?.[1] ?? null;
    const base = {
      year,
      group: group.name,
      course,
      chair: chairOf(group.programme, course.index, course.name),
      division,
      successor: null,
      halves,
      schemeKey: `${year} ${group.programme} ${group.entryYear} ${course.index}`,
    };
    return division === null
      ? [{ ...base, subgroup: null }]
      : [
          { ...base, subgroup: 1 as const },
          { ...base, subgroup: 2 as const },
        ];
  });
}

const mostPairs = 14;

/** Keeps what each teacher has a week in both halves of a year. */
class Loads {
  private readonly pairs = new Map<string, number>();

  private get(teacher: number, half: number): number {
    return this.pairs.get(`${teacher} ${half}`) ?? 0;
  }

  add(teacher: number, section: Unassigned): void {
    for (const { half, pairsPerWeek } of section.halves) {
      this.pairs.set(`${teacher} ${half}`, this.get(teacher, half) + pairsPerWeek);
    }
  }

  /** The heavier half of the year, were the section given to the teacher. */
  with(teacher: number, section: Unassigned): number {
    return Math.max(...section.halves.map(({ half, pairsPerWeek }) => this.get(teacher, half) + pairsPerWeek));
  }
}

interface Fixed {
  teacher: number;
  slots: string[];
}

/** Teachers and places that are chosen by hand, by group, semester and index. */
export function fixedLoad(surnames: ReadonlyMap<string, number>): Map<string, Fixed> {
  return new Map(
    rowsOf(fixedLoadTable).map(([group = '', semester = '', index = '', surname = '', slots = '']) => [
      `${group} ${semester} ${index}`,
      { teacher: surnames.get(surname) ?? 0, slots: slots.split(' ').filter((slot) => slot !== '') },
    ]),
  );
}

/** Тарификация of a year: each section to a teacher of its field, the same as before where possible, evenly. */
export function assignLoad(
  groups: readonly DemoGroup[],
  staff: readonly DemoStaff[],
  fixed: ReadonlyMap<string, Fixed>,
  years: readonly number[],
): DemoSection[] {
  const sections: DemoSection[] = [];
  const before = new Map<string, number>();
  for (const year of years) {
    const loads = new Loads();
    const weight = ({ halves }: Unassigned): number => Math.max(...halves.map(({ pairsPerWeek }) => pairsPerWeek));
    const wanted = groups
      .flatMap((group) => sectionsOfGroup(group, year))
      .sort((one, other) => weight(other) - weight(one));
    const ready = new Map<Unassigned, number>();
    for (const section of wanted) {
      const fix = section.halves.map(({ semester }) =>
        fixed.get(`${section.group} ${semester} ${section.course.index}`),
      );
      const teacher = fix.find((row) => row !== undefined)?.teacher;
      if (teacher === undefined) continue;
      ready.set(section, teacher);
      loads.add(teacher, section);
    }
    for (const section of wanted) {
      if (ready.has(section)) continue;
      const key = `${section.group} ${section.course.index} ${section.subgroup}`;
      const teacher = chooseTeacher(section, staff, loads, before.get(key), [...ready], groups);
      ready.set(section, teacher);
      before.set(key, teacher);
      loads.add(teacher, section);
    }
    for (const [section, teacher] of ready) sections.push({ ...section, no: sections.length, teacher });
  }
  return sections;
}

function chooseTeacher(
  section: Unassigned,
  staff: readonly DemoStaff[],
  loads: Loads,
  former: number | undefined,
  ready: readonly (readonly [Unassigned, number])[],
  groups: readonly DemoGroup[],
): number {
  const other = ready.find(
    ([made]) => made.group === section.group && made.course === section.course && made.subgroup !== section.subgroup,
  )?.[1];
  const programme = groups.find(({ name }) => name === section.group)?.programme ?? '';
  const able = staff.filter(({ no, chairs, practiceOf }) => {
    if (section.chair === 'practice') return practiceOf.includes(programme);
    return no !== other && chairs.includes(section.chair as Chair);
  });
  if (former !== undefined && able.some(({ no }) => no === former) && loads.with(former, section) <= mostPairs)
    return former;
  const [best] = able
    .map(({ no, chairs }) => ({ no, load: loads.with(no, section) + chairs.indexOf(section.chair as Chair) }))
    .sort((one, next) => one.load - next.load || one.no - next.no);
  if (!best) throw new Error(`nobody teaches ${section.course.name}`);
  return best.no;
}
