import { mondayOf } from '@/domain/calendar/local-date';
import { studyDays } from '@/domain/calendar/school-days';
import { weekParity } from '@/domain/calendar/week-parity';
import type { LocalDate } from '@/domain/types';
import { demoCalendar } from './calendar';
import { lessonsEndFor, semesterOf } from './load';
import type { DemoEntry, DemoGroup, DemoLesson, DemoSection, DemoSemester } from './model';
import type { PracticeWeek } from './practice';

interface Week {
  groups: readonly DemoGroup[];
  sections: readonly DemoSection[];
  entries: readonly DemoEntry[];
  practice: ReadonlyMap<string, PracticeWeek[]>;
  roomOf: (teacher: number) => string;
}

/** Who keeps the section on the day. */
export function teacherOn({ teacher, successor }: DemoSection, date: LocalDate): number {
  return successor && date >= successor.from ? successor.teacher : teacher;
}

/** Three пары of practice, six academic hours a day. */
const practicePairs = [1, 2, 3];

/**
 * The lessons of a semester: every study day follows its weekday's timetable (or that of the day it repays) in its week's
 * parity, until the hours of the plan are given. Weeks of practice replace the timetable of their group.
 */
export function layLessons(semester: DemoSemester, week: Week): DemoLesson[] {
  const lessons: DemoLesson[] = [];
  const numbered = week.entries.map((entry, place) => ({ ...entry, place }));
  const entriesOfHalf = numbered.filter(({ section, half }) => {
    return half === semester.half && week.sections[section]?.year === semester.year;
  });
  const days = studyDays(semester.from, semester.to, demoCalendar);
  for (const group of week.groups) {
    const number = semesterOf(group, semester.year, semester.half);
    if (number < 1) continue;
    const practice = new Map(week.practice.get(group.name)?.map((row) => [row.monday, row.section]));
    const own = entriesOfHalf
      .filter(({ section }) => week.sections[section]?.group === group.name)
      .sort((one, other) => one.pair - other.pair);
    const left = new Map<number, number>();
    for (const { no, group: name, year, halves } of week.sections) {
      if (name !== group.name || year !== semester.year) continue;
      left.set(no, halves.find(({ half }) => half === semester.half)?.lessons ?? 0);
    }
    const give = (section: DemoSection, date: LocalDate, pair: number, entry: number | null): void => {
      const rest = left.get(section.no) ?? 0;
      if (rest === 0) return;
      left.set(section.no, rest - 1);
      const teacher = teacherOn(section, date);
      const room = week.roomOf(teacher);
      const base = { section: section.no, half: semester.half, date, pair, teacher, room, entry };
      lessons.push({ ...base, topic: 0, substitution: null });
    };
    const lastDay = lessonsEndFor(group, semester.year, number, semester.lessonsTo);
    for (const day of days) {
      const trained = practice.get(mondayOf(day.date));
      if (trained) for (const pair of practicePairs) give(trained, day.date, pair, null);
      if (trained !== undefined || day.date > lastDay) continue;
      const parity = weekParity(day.date, semester.from);
      for (const entry of own) {
        const section = week.sections[entry.section];
        if (!section || entry.weekday !== day.weekday || (entry.parity !== 'every' && entry.parity !== parity))
          continue;
        give(section, day.date, entry.pair, entry.place);
      }
    }
  }
  numberTopics(lessons, week.sections, semester);
  return lessons;
}

/** Gives every lesson its topic in turn; the closing topic of the half-year goes to the last lesson even when one fell out. */
function numberTopics(lessons: readonly DemoLesson[], sections: readonly DemoSection[], semester: DemoSemester): void {
  const bySection = new Map<number, DemoLesson[]>();
  for (const lesson of lessons) {
    const known = bySection.get(lesson.section);
    if (known) known.push(lesson);
    else bySection.set(lesson.section, [lesson]);
  }
  for (const [no, own] of bySection) {
    const halves = sections[no]?.halves ?? [];
    const before = semester.half === 2 ? (halves.find(({ half }) => half === 1)?.lessons ?? 0) : 0;
    const planned = halves.find(({ half }) => half === semester.half)?.lessons ?? own.length;
    for (const [place, lesson] of own.entries()) {
      lesson.topic = before + (place === own.length - 1 ? planned - 1 : place);
    }
  }
}
