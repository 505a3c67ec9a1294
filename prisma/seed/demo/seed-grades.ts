import { addDays, isWithin } from '@/domain/calendar/local-date';
import { averageOf } from '@/domain/grading/average';
import { proposeMark } from '@/domain/grading/proposal';
import { profiles } from '@/domain/regulation/profiles';
import type { MarkValue } from '@/domain/types';
import { closeYear } from '@/features/academic-year/close-year';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { importGrades } from '@/features/lessons/import-grades';
import type { JournalWriter } from './journal';
import type { DemoPlan, DemoSection, DemoSemester } from './model';
import { random } from './random';
import { isPassFail } from './seed-institution';
import { chunks, type Made, type Stage } from './stage';

type Sheet = Parameters<typeof importGrades.execute>[1]['sheets'][number];

const better: Record<string, MarkValue> = { 2: '3', 3: '4', 4: '5' };
const reasons = [
  'победитель олимпиады колледжа',
  'выполнил дополнительное задание',
  'призёр чемпионата «Профессионалы»',
];

/** Gives the grades of the semesters that ended before the day, on the last days of each. */
export async function seedGrades(
  stage: Stage,
  plan: DemoPlan,
  made: Made,
  writer: JournalWriter,
  day: string,
): Promise<void> {
  for (const semester of plan.semesters.filter(({ to }) => to < day)) {
    await stage.at(`${semester.to}T12:00:00Z`);
    const sections = plan.sections.filter(({ year, halves }) => {
      return year === semester.year && halves.some(({ half }) => half === semester.half);
    });
    const marks = marksOf(plan, writer, semester);
    const sheets = sections.flatMap((section) => sheetOf(plan, made, section, semester, marks.get(section.no)) ?? []);
    for (const part of chunks(sheets, 60)) await stage.run(importGrades, { sheets: part });
  }
}

/** Values of each section's students in a semester, as they stand at its end. */
function marksOf(
  plan: DemoPlan,
  writer: JournalWriter,
  { year, half }: DemoSemester,
): Map<number, Map<number, MarkValue[]>> {
  const bySection = new Map<number, Map<number, MarkValue[]>>();
  for (const [no, lesson] of plan.lessons.entries()) {
    if (plan.sections[lesson.section]?.year !== year || lesson.half !== half) continue;
    const students = bySection.get(lesson.section) ?? new Map<number, MarkValue[]>();
    bySection.set(lesson.section, students);
    for (const { marks } of writer.write(no)?.tasks ?? []) {
      const final = new Map(marks.map(({ student, value }) => [student, value]));
      for (const [student, value] of final) if (value) students.set(student, [...(students.get(student) ?? []), value]);
    }
  }
  return bySection;
}

function sheetOf(
  plan: DemoPlan,
  made: Made,
  section: DemoSection,
  semester: DemoSemester,
  marks: ReadonlyMap<number, MarkValue[]> | undefined,
): Sheet | null {
  if (!marks) return null;
  const rng = random(plan.seed, 'grades', section.no, semester.half);
  const passFail = isPassFail(section.course);
  const onRoll = new Set(
    plan.memberships
      .filter(({ group, from, to }) => group === section.group && isWithin(semester.to, from, to))
      .map(({ student }) => student),
  );
  const grades = [...marks]
    .filter(([student]) => onRoll.has(student))
    .map(([student, values]): Sheet['grades'][number] => {
      const average = averageOf(
        values.map((value) => ({ value })),
        profiles.demo.periodMark,
      );
      const proposed = proposeMark(average, profiles.demo.periodMark)?.value;
      const studentId = made.people.get(student);
      if (passFail) return { studentId, value: proposed === '2' ? 'fail' : 'pass', reason: null };
      const up = proposed ? better[proposed] : undefined;
      if (up && rng.chance(0.045)) return { studentId, value: up, reason: rng.pick(reasons) };
      return { studentId, value: null, reason: null };
    });
  if (grades.length === 0) return null;
  const at = new Date(`${addDays(semester.to, -rng.int(0, 2))}T${rng.int(10, 13)}:${rng.int(10, 59)}:00Z`);
  const by = made.people.get(section.successor?.teacher ?? section.teacher);
  const place = {
    sectionId: made.sections.get(section.no),
    periodId: made.periods.get(`${semester.year} ${semester.half}`),
  };
  return { ...place, by, at, publishedAt: at, grades };
}

/** Locks and closes the years that ended well before the day, in the name of the deputy director. */
export async function closeYears(stage: Stage, plan: DemoPlan, made: Made, day: string): Promise<void> {
  const deputy = plan.people.find(({ login }) => login === 'deputy');
  for (const year of new Set(plan.semesters.map((semester) => semester.year))) {
    if (day <= `${year + 1}-07-05` || !deputy) continue;
    const groups = new Set(plan.sections.filter((section) => section.year === year).map(({ group }) => group));
    await stage.at(`${year + 1}-07-03T08:00:00Z`);
    await stage.runFor(made.people.get(deputy.no), lockPeriods, {
      periodIds: [1, 2].map((half) => made.periods.get(`${year} ${half}`)),
      groupIds: [...groups].map((group) => made.groups.get(group)),
      reason: 'Учебный год завершён, ведомости напечатаны',
    });
    await stage.runFor(made.people.get(deputy.no), closeYear, {
      yearId: made.years.get(year),
      reason: 'По практике без текущих отметок итоговые стоят в аттестационных листах',
    });
  }
}
