import { divideGroups } from '@/features/groups/divide-groups';
import { openPeriods } from '@/features/groups/open-periods';
import { enterSchemes } from '@/features/schemes/enter-schemes';
import { assignLoad } from '@/features/teaching-load/assign-load';
import { layLessons } from '@/features/timetable/lay-lessons';
import { setTimetable } from '@/features/timetable/set-timetable';
import type { DemoPlan, DemoSection } from './model';
import { cameByTransfer, type Subgroups, subgroupName } from './roster';
import { chunks, type Made, type Stage } from './stage';

interface YearSetUp {
  stage: Stage;
  plan: DemoPlan;
  made: Made;
  subgroups: Subgroups;
  year: number;
}

/** Everything between an opened year and its first lesson: subgroups, КТП, load, timetable, the lessons laid from it. */
export async function seedLoad(set: YearSetUp): Promise<void> {
  const sections = set.plan.sections.filter(({ year }) => year === set.year);
  const { stage, made } = set;
  const groups = [...new Set(sections.map(({ group }) => group))];
  await stage.run(openPeriods, {
    groupIds: groups.map((group) => made.groups.get(group)),
    periodIds: [1, 2].map((half) => made.periods.get(`${set.year} ${half}`)),
  });
  await seedSubgroups(set, sections);
  await seedSchemes(set);
  await seedSections(set, sections);
  await seedTimetable(set);
  for (const group of groups) await seedLessons(set, group);
}

async function seedSubgroups(
  { stage, plan, made, subgroups }: YearSetUp,
  sections: readonly DemoSection[],
): Promise<void> {
  const wanted = new Map<string, { group: string; division: string; number: 1 | 2 }>();
  for (const { group, division, subgroup } of sections) {
    if (division === null || subgroup === null || made.subgroups.has(`${group} ${division} ${subgroup}`)) continue;
    wanted.set(`${group} ${division} ${subgroup}`, { group, division, number: subgroup });
  }
  if (wanted.size === 0) return;
  const { ids } = await stage.run(divideGroups, {
    subgroups: [...wanted.values()].map(({ group, division, number }) => ({
      groupId: made.groups.get(group),
      division,
      name: subgroupName(number),
      members: plan.memberships
        .filter((row) => row.group === group && subgroups.get(`${group} ${row.student}`) === number)
        .filter((row) => !cameByTransfer(plan, row))
        .map(({ student, from, to }) => ({ studentId: made.people.get(student), startsOn: from, endsOn: to })),
    })),
  });
  for (const [place, key] of [...wanted.keys()].entries()) made.subgroups.set(key, ids[place]);
}

async function seedSchemes({ stage, plan, made, year }: YearSetUp): Promise<void> {
  const own = plan.schemes.filter((scheme) => scheme.year === year);
  for (const part of chunks(own, 60)) {
    const { schemes } = await stage.run(enterSchemes, {
      schemes: part.map(({ course, programme, entryYear, author, topics }) => ({
        courseId: made.courses.get(`${programme} ${entryYear} ${course.index}`),
        authorId: made.people.get(author),
        title: `${course.index} ${course.name}, ${year}/${year + 1}`.slice(0, 300),
        approvedOn: `${year}-09-08`,
        topics,
      })),
    });
    for (const [place, { key }] of part.entries()) {
      made.schemes.set(key, schemes[place]?.id);
      for (const [at, id] of (schemes[place]?.topicIds ?? []).entries()) made.topics.set(`${key} ${at}`, id);
    }
  }
}

async function seedSections({ stage, plan, made, year }: YearSetUp, sections: readonly DemoSection[]): Promise<void> {
  const groups = new Map(plan.groups.map((group) => [group.name, group]));
  for (const part of chunks(sections, 200)) {
    const { ids } = await stage.run(assignLoad, {
      sections: part.map(({ group, course, subgroup, division, teacher, successor, halves, schemeKey }) => {
        const { programme = '', entryYear = 0 } = groups.get(group) ?? {};
        const first = { teacherId: made.people.get(teacher), startsOn: `${year}-09-01` };
        return {
          yearId: made.years.get(year),
          groupId: made.groups.get(group),
          itemId: made.items.get(`${programme} ${entryYear} ${course.index}`),
          subgroupId: subgroup === null ? null : made.subgroups.get(`${group} ${division} ${subgroup}`),
          schemeId: made.schemes.get(schemeKey),
          teachers: successor
            ? [
                { ...first, endsOn: '2026-10-18' },
                { teacherId: made.people.get(successor.teacher), startsOn: successor.from },
              ]
            : [first],
          periods: halves.map(({ half, lessons, control }) => ({
            periodId: made.periods.get(`${year} ${half}`),
            plannedHours: lessons * 2,
            controlForm: control,
          })),
        };
      }),
    });
    for (const [place, { no }] of part.entries()) made.sections.set(no, ids[place]);
  }
}

async function seedTimetable({ stage, plan, made, year }: YearSetUp): Promise<void> {
  const rooms = new Map(plan.staff.map(({ no, room }) => [no, room]));
  const entries = [...plan.entries.entries()].flatMap(([no, entry]) => {
    const section = plan.sections[entry.section];
    const semester = plan.semesters.find((row) => row.year === year && row.half === entry.half);
    return section?.year === year && semester ? [{ no, entry, section, semester }] : [];
  });
  for (const part of chunks(entries, 500)) {
    const { ids } = await stage.run(setTimetable, {
      entries: part.map(({ entry, section, semester }) => ({
        sectionId: made.sections.get(section.no),
        weekday: entry.weekday,
        classPeriod: entry.pair,
        parity: entry.parity,
        room: rooms.get(section.teacher) ?? '101',
        startsOn: semester.from,
        endsOn: semester.lessonsTo,
      })),
    });
    for (const [place, { no }] of part.entries()) made.entries.set(no, ids[place]);
  }
}

async function seedLessons({ stage, plan, made, year }: YearSetUp, group: string): Promise<void> {
  const topics = new Map(plan.schemes.map((scheme) => [scheme.key, scheme.topics]));
  const own = [...plan.lessons.entries()].flatMap(([no, lesson]) => {
    const section = plan.sections[lesson.section];
    return section?.group === group && section.year === year ? [{ no, lesson, section }] : [];
  });
  for (const part of chunks(own, 700)) {
    const { ids } = await stage.run(layLessons, {
      lessons: part.map(({ lesson, section }) => ({
        sectionId: made.sections.get(section.no),
        periodId: made.periods.get(`${year} ${lesson.half}`),
        teacherId: made.people.get(lesson.substitution?.absent ?? lesson.teacher),
        timetableEntryId: lesson.entry === null ? null : made.entries.get(lesson.entry),
        date: lesson.date,
        classPeriod: lesson.pair,
        room: lesson.room,
        lessonType: topics.get(section.schemeKey)?.[lesson.topic]?.lessonType ?? 'lesson',
        hours: 2,
      })),
    });
    for (const [place, { no }] of part.entries()) made.lessons.set(no, ids[place]);
  }
}
