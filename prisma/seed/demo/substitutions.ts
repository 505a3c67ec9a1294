import { addDays, weekdayOf } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import type { DemoLesson, DemoSection, DemoStaff } from './model';
import { type Random, random } from './random';

const reasons = ['больничный лист', 'курсы повышения квалификации', 'служебная командировка', 'отпуск без сохранения'];

/** Keeps who is busy when, so that nobody is called to two rooms at once. */
export class Busy {
  private readonly taken = new Set<string>();

  constructor(lessons: readonly DemoLesson[]) {
    for (const lesson of lessons) this.add(lesson.teacher, lesson);
  }

  private key(teacher: number, { date, pair }: Pick<DemoLesson, 'date' | 'pair'>): string {
    return `${teacher} ${date} ${pair}`;
  }

  add(teacher: number, lesson: Pick<DemoLesson, 'date' | 'pair'>): void {
    this.taken.add(this.key(teacher, lesson));
  }

  has(teacher: number, lesson: Pick<DemoLesson, 'date' | 'pair'>): boolean {
    return this.taken.has(this.key(teacher, lesson));
  }
}

/** Puts a substitute into the lesson; `lesson.teacher` is then who gives it. */
export function substitute(lesson: DemoLesson, teacher: number, reason: string, order: string, busy: Busy): void {
  const orderDate = addDays(lesson.date, weekdayOf(lesson.date) === 1 ? -3 : -1);
  lesson.substitution = { absent: lesson.teacher, reason, order, orderDate };
  lesson.teacher = teacher;
  busy.add(teacher, lesson);
}

/** A free teacher of the same field, else of any. */
function freeTeacher(lesson: DemoLesson, section: DemoSection, staff: readonly DemoStaff[], busy: Busy, rng: Random) {
  const teachers = staff.filter(({ no, role, practiceOf }) => {
    return role === 'teacher' && practiceOf.length === 0 && no !== lesson.teacher && !busy.has(no, lesson);
  });
  const same = teachers.filter(({ chairs }) => chairs.some((chair) => chair === section.chair));
  const from = same.length > 0 ? same : teachers;
  return from.length > 0 ? rng.pick(from).no : null;
}

/** Twenty to thirty substitutions a year: a teacher away for a day, all of the lessons given by colleagues. */
export function laySubstitutions(
  seed: string,
  year: number,
  lessons: readonly DemoLesson[],
  sections: readonly DemoSection[],
  staff: readonly DemoStaff[],
  busy: Busy,
): void {
  const rng = random(seed, 'substitutions', year);
  const ofYear = lessons.filter(({ section, entry }) => sections[section]?.year === year && entry !== null);
  const dates = [...new Set(ofYear.map(({ date }) => date))].sort();
  const step = Math.floor(dates.length / 11);
  for (let number = 0; number < 10; number++) {
    const date: LocalDate | undefined = dates[number * step + rng.int(3, step - 1)];
    const ofDay = ofYear.filter((lesson) => lesson.date === date && lesson.substitution === null);
    const teachers = [...new Set(ofDay.map(({ teacher }) => teacher))].filter((teacher) => {
      const count = ofDay.filter((lesson) => lesson.teacher === teacher).length;
      return count >= 2 && count <= 3;
    });
    if (teachers.length === 0) continue;
    const absent = rng.pick(teachers);
    const reason = rng.pick(reasons);
    for (const lesson of ofDay.filter(({ teacher }) => teacher === absent)) {
      const section = sections[lesson.section];
      const chosen = section ? freeTeacher(lesson, section, staff, busy, rng) : null;
      if (chosen !== null) substitute(lesson, chosen, reason, `${60 + number * 4}-к`, busy);
    }
  }
}
