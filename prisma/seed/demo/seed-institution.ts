import { openYear } from '@/features/academic-year/open-year';
import { setBells } from '@/features/academic-year/set-bells';
import { createProgrammes } from '@/features/curriculum/create-programmes';
import { enterCurricula } from '@/features/curriculum/enter-curricula';
import { adoptRegulation } from '@/features/institution/adopt-regulation';
import { createDepartments } from '@/features/institution/create-departments';
import { setUpInstitution } from '@/features/institution/set-up-institution';
import { exceptionsOf, shortenedBells, timeZone, usualBells } from './calendar';
import { coursesOfProgramme, plannedHours, weeksOfStudy } from './load';
import type { DemoGroup, DemoPlan } from './model';
import type { PlannedCourse, PlannedTerm } from './programmes/programme-table';
import { programmeTables } from './programmes/programmes';
import { departmentNames } from './staff-tables';
import type { Made, Stage } from './stage';

/** The institution itself, its regulation, departments, bells and programmes. */
export async function seedInstitution(stage: Stage, made: Made): Promise<void> {
  await stage.run(setUpInstitution, {
    name: 'Государственное бюджетное профессиональное образовательное учреждение «Заречный политехнический колледж»',
    shortName: 'ГБПОУ «Заречный политехнический колледж»',
    founder: 'Министерство образования и науки Самарской области',
    city: 'Заречный',
    timeZone,
    demo: true,
  });
  await stage.run(adoptRegulation, { validFrom: '2025-08-25', regulation: 'demo' });
  const departments = await stage.run(createDepartments, { names: [...departmentNames] });
  for (const [place, id] of departments.ids.entries()) made.departments.set(place, id);
  await stage.run(setBells, {
    schedules: [
      { name: 'Обычный день', isDefault: true, shortened: false, classPeriods: [...usualBells] },
      { name: 'Сокращённый день', isDefault: false, shortened: true, classPeriods: [...shortenedBells] },
    ],
  });
  const programmes = await stage.run(createProgrammes, {
    programmes: programmeTables.map(({ code, name, qualification, termMonths }) => {
      return { code, name, qualification, termMonths };
    }),
  });
  for (const [place, { key }] of programmeTables.entries()) made.programmes.set(key, programmes.ids[place]);
}

/** An academic year with its semesters and calendar. */
export async function seedYear(stage: Stage, plan: DemoPlan, made: Made, year: number): Promise<void> {
  const semesters = plan.semesters.filter((semester) => semester.year === year);
  const opened = await stage.run(openYear, {
    name: `${year}/${year + 1}`,
    startsOn: `${year}-09-01`,
    endsOn: `${year + 1}-08-31`,
    periods: semesters.map(({ half, from, to }) => ({
      kind: 'semester' as const,
      ordinal: half,
      name: `${'I'.repeat(half)} семестр`,
      startsOn: from,
      endsOn: to,
    })),
    exceptions: exceptionsOf(year),
  });
  made.years.set(year, opened.id);
  for (const [place, { half }] of semesters.entries()) made.periods.set(`${year} ${half}`, opened.periodIds[place]);
}

/** A course whose only control is a зачёт is marked зачтено / не зачтено. */
export function isPassFail({ kind, terms }: PlannedCourse): boolean {
  const controls = terms.map(({ control }) => control).filter((control) => control !== 'none');
  return kind === 'discipline' && controls.length > 0 && controls.every((control) => control === 'credit');
}

/** A module ends with an exam after the last of its courses and practices. */
function moduleExam({ programme }: DemoGroup, { kind, index }: PlannedCourse) {
  if (kind !== 'professionalModule') return [];
  const parts = coursesOfProgramme(programme).filter((course) => course.index.split('.')[1] === index.split('.')[1]);
  const semesters = parts
    .flatMap(({ kind: other, terms }) => (other === 'discipline' ? [] : terms))
    .map(({ semester }) => semester);
  return [{ semester: Math.max(...semesters), hours: 0, controlForm: 'moduleExam' as const }];
}

/** Languages and physical education have practical classes alone; the second МДК of a module has a курсовая beside its exam. */
function termOf(group: DemoGroup, course: PlannedCourse, term: PlannedTerm) {
  const hours = plannedHours(group, course, term);
  const practical = /^(Иностранный язык|Физическая культура)/.test(course.name) ? hours : 0;
  const withCoursework = /^МДК\.\d+\.02$/.test(course.index) && term.control === 'exam';
  return { semester: term.semester, hours, controlForm: term.control, practical, withCoursework };
}

/** The study plans of the groups: one per programme and year of entry. */
export async function seedCurricula(stage: Stage, made: Made, groups: readonly DemoGroup[]): Promise<void> {
  const plans = new Map<string, DemoGroup>(groups.map((group) => [`${group.programme} ${group.entryYear}`, group]));
  const wanted = [...plans].filter(([key]) => !made.curricula.has(key));
  if (wanted.length === 0) return;
  const { curricula } = await stage.run(enterCurricula, {
    curricula: wanted.map(([, group]) => ({
      programId: made.programmes.get(group.programme),
      entryYear: group.entryYear,
      approvedOn: `${group.entryYear}-06-27`,
      weeks: weeksOfStudy(group),
      items: coursesOfProgramme(group.programme).map((course) => ({
        index: course.index,
        name: course.name,
        kind: course.kind,
        passFail: isPassFail(course),
        terms: [...course.terms.map((term) => termOf(group, course, term)), ...moduleExam(group, course)],
      })),
    })),
  });
  for (const [place, [key, group]] of wanted.entries()) {
    made.curricula.set(key, curricula[place]?.id);
    for (const [at, { index }] of coursesOfProgramme(group.programme).entries()) {
      made.items.set(`${key} ${index}`, curricula[place]?.itemIds[at]);
      made.courses.set(`${key} ${index}`, curricula[place]?.courseIds[at]);
    }
  }
}
