import type { Actor } from '@/access/actor';
import { can } from '@/access/actor';
import { mayGiveGrades } from '@/access/policies';
import { sectionScope } from '@/access/scope';
import { journalKindOf } from '@/domain/journal/journal-kind';
import { hoursGiven } from '@/domain/load/programme';
import { compareTitles, fullName } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import { isPractice } from '@/domain/timetable/practice';
import type { MarkValue } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOfPeriod } from '@/server/regulation';
import { journalHead } from '@/texts/journal-kinds';
import { controlFormLabels } from '@/texts/labels';
import { assembleLessons } from './assemble-lessons';
import { assembleRows } from './assemble-rows';
import type { JournalPeriod, JournalView } from './journal-view';
import { marksOfPeriod } from './period-marks';
import { type JournalHeader, readOpenJournal } from './read-open-journal';

export type LoadedJournal = { view: JournalView; regulation: Regulation };

/**
 * The grid of a section for a period (default: the period of today, else the last one begun). Null when there is no such
 * journal for this actor (R-007, R-010, T-022).
 */
export async function loadJournal(actor: Actor, sectionId: number, periodId?: number): Promise<LoadedJournal | null> {
  const found = await readOpenJournal(db(), actor, sectionId, periodId);
  if (!found) return null;
  const { header, read } = found;
  const periods = periodsOf(header);
  const period = periods.find(({ id }) => id === header.openPeriodId);
  if (!period) return null;
  const kept = header.periods.find(({ id }) => id === period.id);
  const regulation = await regulationOfPeriod(actor, kept?.regulationId);
  const place = { sectionId, periodId: period.id, from: period.startsOn, to: period.endsOn };
  const moved = read.students.some(({ enrolments, memberships }) =>
    [...enrolments, ...(memberships ?? [])].some(({ from }) => from > period.startsOn),
  );
  const carried = moved ? await carriedMarks({ ...place, courseId: header.courseId }, regulation) : noMarks;
  const { groupId } = header;
  const reopened = kept?.locked === true && !period.locked;
  const placed = { sectionId, groupId, locked: period.locked, reopened, wholeDays: isPractice(header.courseKind) };
  const rules = { regulation, timeZone: actor.timeZone };
  const givenHours = hoursGiven(read.lessons.filter(({ state }) => state === 'held'));
  const view: JournalView = {
    section: sectionOf(header, { id: sectionId, periodId: period.id, givenHours }, regulation),
    period,
    periods,
    sections: header.siblings.sort((one, other) => compareTitles(one.title, other.title)),
    today: actor.today,
    lessons: assembleLessons(read, placed, actor, regulation),
    rows: assembleRows(read, carried, rules),
    substitutions: read.substitutions,
    abilities: {
      fill:
        can(actor, 'journal.fill') &&
        !period.locked &&
        (actor.teaches.includes(sectionId) || isSubstitute(actor, sectionId)),
      setReason: can(actor, 'journal.setReason') && !period.locked && actor.curates.includes(groupId),
      giveGrades: !period.locked && mayGiveGrades(actor, sectionId),
      print: can(actor, 'report.preview') && seesPapersOf(actor, header),
    },
  };
  return { view, regulation };
}

type Place = { id: number; periodId: number; givenHours: number };

function sectionOf(
  header: JournalHeader,
  { id, periodId, givenHours }: Place,
  { vocabulary }: Regulation,
): JournalView['section'] {
  const plan = header.plans.find((entry) => entry.periodId === periodId);
  return {
    id,
    title: `${header.index} ${header.course}`,
    index: header.index,
    course: header.course,
    head: journalHead(journalKindOf(header.courseKind, header.terms), header.index, vocabulary.course.genitive),
    group: header.group,
    groupId: header.groupId,
    yearOfStudy: Number(header.yearStartsOn.slice(0, 4)) - header.entryYear + 1,
    program: header.program,
    subgroup: header.subgroup,
    teachers: header.teachers.map(fullName),
    passFail: header.passFail,
    planApprovedOn: header.planApprovedOn,
    plannedHours: plan?.plannedHours ?? 0,
    givenHours,
    controlForm: controlFormLabels[plan?.controlForm ?? 'none'],
  };
}

const noMarks: ReadonlyMap<number, MarkValue[]> = new Map();

/** «Печать» leads nowhere for a teacher who may preview the papers of another group alone; as `groupsVisibleTo`. */
function seesPapersOf(actor: Actor, { groupId, departmentId }: JournalHeader): boolean {
  const { every, groups, departments } = sectionScope(actor);
  return every || groups.includes(groupId) || departments.includes(departmentId);
}

function isSubstitute(actor: Actor, sectionId: number): boolean {
  return actor.substitutes.some((lesson) => lesson.sectionId === sectionId);
}

/** Periods in which the group studies this year; a section reopened by itself is not locked. */
function periodsOf(header: JournalHeader): JournalPeriod[] {
  const reopened = new Set(header.reopened);
  return header.periods.map(({ locked, regulationId: _, ...period }) => ({
    ...period,
    locked: locked && !reopened.has(period.id),
  }));
}

/** Marks from the group a student came from, without those of this section (G-07). */
async function carriedMarks(
  place: { sectionId: number; courseId: number; periodId: number },
  regulation: Regulation,
): Promise<Map<number, MarkValue[]>> {
  const marks = await marksOfPeriod(db(), { ...place, only: 'former' }, regulation);
  return new Map([...marks].map(([student, list]) => [student, list.map((mark) => mark.value)]));
}
