import type { Actor } from '@/access/actor';
import { can } from '@/access/actor';
import { mayGiveGrades } from '@/access/policies';
import { sectionsVisibleTo } from '@/access/scope';
import { hoursGiven } from '@/domain/load/programme';
import { fullName } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate, MarkValue } from '@/domain/types';
import { db } from '@/server/db';
import { activeRegulation, regulationVersion } from '@/server/regulation';
import { controlFormLabels } from '@/texts/labels';
import { assembleLessons } from './assemble-lessons';
import { assembleRows } from './assemble-rows';
import { readJournal } from './journal-read';
import type { JournalPeriod, JournalView } from './journal-view';
import { listSections } from './list-sections';
import { marksOfPeriod } from './period-marks';

const localDate = (date: Date): LocalDate => date.toISOString().slice(0, 10);

export type LoadedJournal = { view: JournalView; regulation: Regulation };

/**
 * The grid of a section for a period (default: the period of today, else the last one begun). Null when there is no such
 * journal for this actor (R-007, R-010, T-022).
 */
export async function loadJournal(actor: Actor, sectionId: number, periodId?: number): Promise<LoadedJournal | null> {
  const section = await findSection(actor, sectionId);
  if (!section) return null;
  const periods = periodsOf(section);
  const period =
    periodId === undefined ? currentPeriod(periods, actor.today) : periods.find(({ id }) => id === periodId);
  if (!period) return null;
  const regulationId = section.group.periods.find((entry) => entry.periodId === period.id)?.regulationId;
  const regulation = regulationId ? await regulationVersion(regulationId) : await activeRegulation(actor.today);
  const place = { sectionId, periodId: period.id, from: period.startsOn, to: period.endsOn };
  const read = await readJournal(db(), place);
  const moved = read.students.some((student) => student.enrolments.some(({ from }) => from > period.startsOn));
  const carried = moved ? await carriedMarks({ ...place, courseId: section.item.courseId }, regulation) : noMarks;
  const lessonPlace = { sectionId, groupId: section.groupId, locked: period.locked };
  const rules = { regulation, timeZone: actor.timeZone };
  const plan = section.periods.find((entry) => entry.periodId === period.id);
  const view: JournalView = {
    section: {
      id: sectionId,
      title: `${section.item.index} ${section.item.course.name}`,
      index: section.item.index,
      course: section.item.course.name,
      group: section.group.name,
      groupId: section.groupId,
      yearOfStudy: section.year.startsOn.getUTCFullYear() - section.group.entryYear + 1,
      program: section.group.curriculum.program.code,
      subgroup: section.subgroup?.name ?? null,
      teachers: section.teachers.map(({ teacher }) => fullName(teacher.person)),
      passFail: section.item.passFail,
      planApprovedOn: section.scheme?.approvedOn ? localDate(section.scheme.approvedOn) : null,
      plannedHours: plan?.plannedHours ?? 0,
      givenHours: hoursGiven(read.lessons.filter((lesson) => lesson.state === 'held')),
      controlForm: controlFormLabels[plan?.controlForm ?? 'none'],
    },
    period,
    periods,
    sections: await listSections(actor, { yearId: section.yearId, groupId: section.groupId }),
    today: actor.today,
    lessons: assembleLessons(read, lessonPlace, actor, regulation),
    rows: assembleRows(read, carried, rules),
    substitutions: read.substitutions,
    abilities: {
      fill:
        can(actor, 'journal.fill') &&
        !period.locked &&
        (actor.teaches.includes(sectionId) || isSubstitute(actor, sectionId)),
      setReason: can(actor, 'journal.setReason') && !period.locked && actor.curates.includes(section.groupId),
      giveGrades: !period.locked && mayGiveGrades(actor, sectionId),
      print: can(actor, 'report.preview'),
    },
  };
  return { view, regulation };
}

const noMarks: ReadonlyMap<number, MarkValue[]> = new Map();

function isSubstitute(actor: Actor, sectionId: number): boolean {
  return actor.substitutes.some((lesson) => lesson.sectionId === sectionId);
}

function findSection(actor: Actor, sectionId: number) {
  return db().courseSection.findFirst({
    where: { AND: [{ id: sectionId }, sectionsVisibleTo(actor)] },
    select: {
      groupId: true,
      yearId: true,
      year: { select: { startsOn: true, periods: { orderBy: { startsOn: 'asc' } } } },
      item: { select: { index: true, passFail: true, courseId: true, course: { select: { name: true } } } },
      subgroup: { select: { name: true } },
      scheme: { select: { approvedOn: true } },
      periods: { select: { periodId: true, plannedHours: true, controlForm: true } },
      reopenings: { where: { openUntil: { gt: actor.now } }, select: { periodId: true } },
      teachers: {
        where: { OR: [{ endsOn: null }, { endsOn: { gte: new Date(actor.today) } }] },
        select: { teacher: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
      },
      group: {
        select: {
          name: true,
          entryYear: true,
          curriculum: { select: { program: { select: { code: true } } } },
          periods: { select: { periodId: true, lockedAt: true, regulationId: true } },
        },
      },
    },
  });
}

type FoundSection = NonNullable<Awaited<ReturnType<typeof findSection>>>;

/** Periods in which the group studies this year; a section reopened by itself is not locked. */
function periodsOf(section: FoundSection): JournalPeriod[] {
  const own = new Map(section.group.periods.map((entry) => [entry.periodId, entry.lockedAt !== null]));
  const reopened = new Set(section.reopenings.map((reopening) => reopening.periodId));
  return section.year.periods
    .filter(({ id, kind }) => own.has(id) && kind !== 'year')
    .map(({ id, name, startsOn, endsOn }) => ({
      id,
      name,
      startsOn: localDate(startsOn),
      endsOn: localDate(endsOn),
      locked: own.get(id) === true && !reopened.has(id),
    }));
}

function currentPeriod(periods: readonly JournalPeriod[], today: LocalDate): JournalPeriod | undefined {
  return periods.findLast((period) => period.startsOn <= today) ?? periods[0];
}

/** Marks from the group a student came from, without those of this section (G-07). */
async function carriedMarks(
  place: { sectionId: number; courseId: number; periodId: number },
  regulation: Regulation,
): Promise<Map<number, MarkValue[]>> {
  const marks = await marksOfPeriod(db(), { ...place, only: 'former' }, regulation);
  return new Map([...marks].map(([student, list]) => [student, list.map((mark) => mark.value)]));
}
