import { type Actor, can, canAny } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { addDays } from '@/domain/calendar/local-date';
import { fillDeadline, isLate } from '@/domain/deadlines/deadlines';
import { percent } from '@/domain/grading/quality';
import { compareTitles, nameWithInitials } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { type ReadGroupLine, readGroupsOverview } from './read-groups-overview';
import type { GroupLine, GroupsOverview } from './today-view';

const overseers = ['journal.viewAll', 'journal.viewDepartment'] as const;

/**
 * Groups in the actor's scope with the state of their journals in the present period: every group of the
 * open year for managers, the department's for its head; null for somebody who oversees none.
 */
export async function loadGroupsOverview(actor: Actor, query = ''): Promise<GroupsOverview | null> {
  if (!canAny(actor, overseers)) return null;
  const year = await yearOf(actor.today);
  const found = await db().studentGroup.findMany({
    where: { AND: [{ sections: { some: { yearId: year?.id ?? 0 } } }, groupsVisibleTo(actor)] },
    select: { id: true },
  });
  const regulation = await regulationOf(actor);
  const present = presentPeriods(year?.periods ?? [], actor.today);
  const read = await readGroupsOverview(db(), {
    groups: found.map(({ id }) => id),
    yearId: year?.id ?? 0,
    periods: present.map(({ id }) => id),
    today: actor.today,
    overdueTo: overdueTo(actor, regulation),
    requires: regulation.lessonRequires,
  });
  const startYear = year?.startsOn.getUTCFullYear() ?? 0;
  const sought = query.trim().toLocaleLowerCase('ru');
  return {
    date: actor.today,
    period: present.map(({ name }) => name).join(', '),
    query: query.trim(),
    groups: read
      .filter((line) => matches(line, sought))
      .map((line) => groupLine(line, startYear))
      .sort((one, other) => compareTitles(one.name, other.name)),
    total: read.length,
    canPrint: can(actor, 'report.print'),
  };
}

/** The academic year of the day, or the last one begun. */
function yearOf(today: LocalDate) {
  return db().academicYear.findFirst({
    where: { startsOn: { lte: new Date(today) } },
    orderBy: { startsOn: 'desc' },
    select: {
      id: true,
      startsOn: true,
      periods: {
        where: { kind: { not: 'year' } },
        orderBy: { startsOn: 'asc' },
        select: { id: true, name: true, kind: true, startsOn: true },
      },
    },
  });
}

type Period = NonNullable<Awaited<ReturnType<typeof yearOf>>>['periods'][number];

/** Of each kind in use the period that has begun last. */
function presentPeriods(periods: readonly Period[], today: LocalDate): Period[] {
  const begun = periods.filter(({ startsOn }) => startsOn <= new Date(today));
  return [...new Set(begun.map(({ kind }) => kind))].flatMap(
    (kind) => begun.findLast((one) => one.kind === kind) ?? [],
  );
}

/** Terms grow with the date, so one date tells which lessons are past theirs. */
function overdueTo({ now, today, timeZone }: Actor, { deadlines }: Regulation): LocalDate {
  let date = today;
  while (!isLate(now, fillDeadline(date, deadlines, timeZone))) date = addDays(date, -1);
  return date;
}

function groupLine(read: ReadGroupLine, startYear: number): GroupLine {
  const { entryYear, programName: _, curator, complete, expected, absent, ...line } = read;
  return {
    ...line,
    yearOfStudy: startYear - entryYear + 1,
    program: read.program,
    curator: curator ? nameWithInitials(curator) : '',
    filled: percent(complete, line.lessons),
    attendance: percent(expected - absent, expected),
    state: line.overdue > 0 ? 'overdue' : line.withoutHomework > 0 ? 'attention' : 'done',
  };
}

function matches({ name, program, programName, curator }: ReadGroupLine, sought: string): boolean {
  const texts = [name, program, programName, curator ? nameWithInitials(curator) : ''];
  return texts.some((text) => text.toLocaleLowerCase('ru').includes(sought));
}
