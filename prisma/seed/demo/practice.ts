import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { lastSpringEnds, weeksOf } from './calendar';
import { coursesOfProgramme, isLastSpring, semesterOf } from './load';
import type { DemoGroup, DemoSection, DemoSemester } from './model';

/** A week in which a group has practice instead of lessons; null: at an enterprise, without a journal. */
export interface PracticeWeek {
  monday: LocalDate;
  section: DemoSection | null;
}

/** The weeks that a group's practice takes, in the order of the plan: учебная first, then производственная. */
function blockOf(group: DemoGroup, semester: number, sections: readonly DemoSection[]): (DemoSection | null)[] {
  const terms = coursesOfProgramme(group.programme).flatMap((course) =>
    course.terms.filter((term) => term.semester === semester && term.weeks > 0).map(({ weeks }) => ({ course, weeks })),
  );
  const sectionFor = (index: string): DemoSection | null =>
    sections.find(({ group: name, course }) => name === group.name && course.index === index) ?? null;
  const rows = [...terms].sort(
    (one, other) => Number(one.course.kind === 'internship') - Number(other.course.kind === 'internship'),
  );
  return rows.flatMap(({ course, weeks }) => Array.from({ length: weeks }, () => sectionFor(course.index)));
}

/**
 * Lays the practice weeks of all groups into a spring: as late as the master of training is free, for leavers right after
 * their last lessons. The autumn has none.
 */
export function layPractice(
  groups: readonly DemoGroup[],
  sections: readonly DemoSection[],
  semester: DemoSemester,
): Map<string, PracticeWeek[]> {
  const laid = new Map<string, PracticeWeek[]>();
  if (semester.half === 1) return laid;
  const weeks = weeksOf(semester);
  const busy = new Set<string>();
  for (const group of groups) {
    const number = semesterOf(group, semester.year, semester.half);
    const block = number < 1 ? [] : blockOf(group, number, sections);
    if (block.length === 0) continue;
    const leaves = isLastSpring(group, number);
    const free = (start: number): boolean =>
      block.every((section, place) => section === null || !busy.has(`${section.teacher} ${weeks[start + place]}`));
    const starts = leaves
      ? [weeks.findIndex((week) => week > lastSpringEnds(semester.year))]
      : Array.from({ length: weeks.length - block.length - 3 }, (_, place) => weeks.length - block.length - place);
    const start = starts.find(free);
    if (start === undefined) throw new Error(`no weeks for the practice of ${group.name}`);
    const own = block.map((section, place) => ({ monday: weeks[start + place] ?? addDays(semester.to, 1), section }));
    for (const { section, monday } of own) if (section) busy.add(`${section.teacher} ${monday}`);
    laid.set(group.name, own);
  }
  return laid;
}
