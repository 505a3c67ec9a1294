import { compareTitles, fullName, nameWithInitials } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { activeRegulation, regulationVersion } from '@/server/regulation';
import { journalHeads } from './journal-heads';
import type { LedgerCourseData, LedgerData, LedgerParams } from './ledger-data';
import { legendOf } from './legend';
import { loadCourse } from './load-course';
import { loadGroupList } from './load-group-list';
import { schemesInForce } from './schemes-in-force';
import { curatorOf, currentMaster } from './signatories';

const localDate = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** Where and when the set is: the group's period and the days wanted of it. */
type Frame = {
  group: NonNullable<Awaited<ReturnType<typeof findGroup>>>;
  period: { id: number; name: string; yearId: number; year: { name: string; startsOn: Date } };
  interval: { from: LocalDate; to: LocalDate };
  regulation: Regulation;
  timeZone: string;
};

/**
 * The data of a group's ledger set at one moment. Always the whole set: a course printed alone
 * keeps its pages of it. Null when the group has no such period. The caller has asked `groupsVisibleTo` before.
 */
export async function loadLedger(tx: Db, params: LedgerParams, today: LocalDate): Promise<LedgerData | null> {
  const institution = await tx.institution.findUniqueOrThrow({ where: { id: 1 } });
  const frame = await frameOf(tx, params, today, institution.timeZone);
  if (!frame) return null;
  const { group, period, interval, regulation } = frame;
  const yearOfStudy = period.year.startsOn.getUTCFullYear() - group.entryYear + 1;
  const { program } = group.curriculum;
  return {
    form: 1,
    institution: {
      founder: institution.founder,
      name: institution.name,
      shortName: institution.shortName,
      city: institution.city,
      timeZone: institution.timeZone,
    },
    group: { id: group.id, name: group.name, yearOfStudy, program: `${program.code} ${program.name}` },
    year: period.year.name,
    period: { id: period.id, name: period.name },
    interval,
    lessonsPerPage: params.lessonsPerPage ?? regulation.print.lessonsPerPage,
    print: regulation.print,
    words: {
      group: regulation.vocabulary.group.one,
      teacher: regulation.vocabulary.teacher.one,
      curator: regulation.vocabulary.curator.one,
      course: regulation.vocabulary.course.genitive,
      heads: await journalHeads(
        tx,
        { groupId: group.id, yearId: period.yearId },
        regulation.vocabulary.course.genitive,
      ),
    },
    legend: legendOf(regulation),
    signatories: {
      curator: await curatorOf(tx, group.id, interval.to),
      deputyDirector: await currentMaster(tx, 'deputyDirector', interval.to),
      director: await currentMaster(tx, 'director', interval.to),
    },
    students: await loadGroupList(tx, group.id, interval),
    courses: await loadCourses(tx, frame, yearOfStudy),
  };
}

function findGroup(tx: Db, id: number) {
  return tx.studentGroup.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      entryYear: true,
      curriculum: { select: { program: { select: { code: true, name: true } } } },
      periods: {
        where: { period: { kind: { not: 'year' } } },
        orderBy: { period: { startsOn: 'asc' } },
        select: {
          regulationId: true,
          period: {
            select: {
              id: true,
              name: true,
              yearId: true,
              startsOn: true,
              endsOn: true,
              year: { select: { name: true, startsOn: true } },
            },
          },
        },
      },
    },
  });
}

async function frameOf(tx: Db, params: LedgerParams, today: LocalDate, timeZone: string): Promise<Frame | null> {
  const group = await findGroup(tx, params.group);
  const begun = group?.periods.filter(({ period }) => localDate(period.startsOn) <= today) ?? [];
  const chosen =
    params.period === undefined ? begun.at(-1) : group?.periods.find(({ period }) => period.id === params.period);
  if (!group || !chosen) return null;
  const whole = { from: localDate(chosen.period.startsOn), to: localDate(chosen.period.endsOn) };
  const interval = { from: later(params.from, whole.from), to: earlier(params.to, whole.to) };
  if (interval.from > interval.to) return null;
  const regulation = chosen.regulationId
    ? await regulationVersion(chosen.regulationId, tx)
    : await activeRegulation(today, tx);
  return { group, period: chosen.period, interval, regulation, timeZone };
}

const later = (asked: LocalDate | undefined, bound: LocalDate) =>
  asked !== undefined && asked > bound ? asked : bound;
const earlier = (asked: LocalDate | undefined, bound: LocalDate) =>
  asked !== undefined && asked < bound ? asked : bound;

/** Courses in the profile's order (R-141: alphabetical, by name without index), the subgroups of a course together. */
async function loadCourses(tx: Db, frame: Frame, yearOfStudy: number): Promise<LedgerCourseData[]> {
  const { group, period, interval, regulation, timeZone } = frame;
  const sections = await tx.courseSection.findMany({
    where: {
      groupId: group.id,
      yearId: period.yearId,
      OR: [{ periods: { some: { periodId: period.id } } }, { lessons: { some: { periodId: period.id } } }],
    },
    select: {
      id: true,
      subgroup: { select: { name: true } },
      scheme: { select: { id: true, firstId: true, version: true, approvedOn: true } },
      item: { select: { index: true, courseId: true, passFail: true, course: { select: { name: true } } } },
      periods: { where: { periodId: period.id }, select: { plannedHours: true, controlForm: true } },
      teachers: {
        where: {
          startsOn: { lte: new Date(interval.to) },
          OR: [{ endsOn: null }, { endsOn: { gte: new Date(interval.from) } }],
        },
        orderBy: { startsOn: 'asc' },
        select: { teacher: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
      },
    },
  });
  const alphabetical = regulation.print.courseOrder === 'alphabetical';
  const key = ({ item, subgroup }: (typeof sections)[number]) =>
    `${alphabetical ? item.course.name : item.index} ${subgroup?.name ?? ''}`;
  sections.sort((one, other) => compareTitles(key(one), key(other)));
  const approved = await schemesInForce(tx, sections, interval.to);
  const courses: LedgerCourseData[] = [];
  for (const section of sections) {
    const people = section.teachers.map(({ teacher }) => teacher.person);
    courses.push(
      await loadCourse(tx, {
        sectionId: section.id,
        courseId: section.item.courseId,
        passFail: section.item.passFail,
        title: [`${section.item.index} ${section.item.course.name}`, section.subgroup?.name].filter(Boolean).join(', '),
        teachers: people.map(fullName),
        teacherInitials: people.map(nameWithInitials),
        schemeApprovedOn: approved.get(section.id) ?? null,
        plannedHours: section.periods[0]?.plannedHours ?? 0,
        controlForm: section.periods[0]?.controlForm ?? 'none',
        periodId: period.id,
        interval,
        yearOfStudy,
        regulation,
        timeZone,
      }),
    );
  }
  return courses;
}
