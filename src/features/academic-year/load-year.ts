import { type Actor, can, canAny } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { nextYearName } from '@/domain/year/next-calendar';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { yearKeepers } from './load-year-check';
import { readReadiness, readReadinessLines } from './read-readiness';
import { type ReadPlace, readClosing, readPlaces, readReopened } from './read-year';
import { type Readiness, unfinishedOf } from './readiness';
import { unfinishedWords } from './unfinished-words';
import type { YearCell, YearGroup, YearPlace, YearView } from './year-view';

export type YearQuery = { year?: number | undefined; group?: number | undefined; period?: number | undefined };

const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/**
 * The year with its groups, periods, locks and what is missing; by default the year of today. Null without the right
 * to any of its acts, and for a year or place that is not there.
 */
export async function loadYear(actor: Actor, query: YearQuery): Promise<YearView | null> {
  if (!canAny(actor, yearKeepers)) return null;
  const years = await db().academicYear.findMany({
    orderBy: { startsOn: 'desc' },
    include: { periods: { where: { kind: { not: 'year' } }, orderBy: { startsOn: 'asc' } } },
  });
  const begun = years.find(({ startsOn }) => dayOf(startsOn) <= actor.today);
  const year = query.year === undefined ? (begun ?? years.at(-1)) : years.find(({ id }) => id === query.year);
  if (!year) return null;
  const regulation = await regulationOf(actor);
  const places = await readPlaces(db(), year.id, actor);
  const groupIds = [...new Set(places.map(({ groupId }) => groupId))];
  const readiness = await readReadiness(db(), { yearId: year.id, groupIds, today: actor.today }, regulation);
  const place = query.group === undefined ? null : await loadPlace(actor, year.id, query, places);
  if (query.group !== undefined && !place) return null;
  const endsOn =
    year.periods
      .map((period) => dayOf(period.endsOn))
      .sort()
      .at(-1) ?? dayOf(year.endsOn);
  return {
    years: years.map(({ id, name, closedAt }) => ({ id, name, closed: closedAt !== null })),
    year: { id: year.id, name: year.name, endsOn, over: endsOn < actor.today },
    closing: await readClosing(db(), year.id, actor.timeZone),
    followed: years.some(({ startsOn }) => startsOn > year.startsOn),
    nextName: nextYearName(year.name),
    periods: year.periods.map(({ id, name }) => ({ id, name })),
    groups: groupsOf(
      places,
      readiness,
      year.periods.map(({ id }) => id),
    ),
    words: unfinishedWords(unfinishedOf(readiness)),
    refuses: regulation.yearEnd.unfinished === 'refuse',
    today: actor.today,
    reopenUntil: addDays(actor.today, regulation.yearEnd.reopenDays),
    may: {
      lock: can(actor, 'period.lock'),
      reopen: can(actor, 'period.reopen'),
      manage: can(actor, 'year.manage'),
      openJournals: can(actor, 'journal.viewAll'),
      print: can(actor, 'report.preview'),
    },
    place,
  };
}

function groupsOf(
  places: readonly ReadPlace[],
  readiness: readonly Readiness[],
  periodIds: readonly number[],
): YearGroup[] {
  const ready = new Map(readiness.map((row) => [`${row.groupId} ${row.periodId}`, row]));
  const groups = new Map<number, YearGroup>();
  for (const { groupId: id, group: name, periodId, lockedOn, lockReason, reopenedUntil } of places) {
    if (!periodIds.includes(periodId)) continue;
    const {
      unfilled = 0,
      missing = 0,
      unpublished = 0,
      dots = 0,
      unprinted = false,
    } = ready.get(`${id} ${periodId}`) ?? {};
    const state = lockedOn === null ? 'open' : 'locked';
    const cell: YearCell = {
      periodId,
      state,
      lockedOn,
      lockReason,
      reopenedUntil,
      unfilled,
      missing,
      unpublished,
      dots,
      unprinted,
    };
    const group = groups.get(id) ?? { id, name, cells: [] };
    groups.set(id, { ...group, cells: [...group.cells, cell] });
  }
  return [...groups.values()].sort((one, other) => compareTitles(one.name, other.name));
}

async function loadPlace(
  actor: Actor,
  yearId: number,
  { group, period }: YearQuery,
  places: readonly ReadPlace[],
): Promise<YearPlace | null> {
  const chosen = places.find(({ groupId, periodId }) => groupId === group && periodId === period);
  if (!chosen) return null;
  const { groupId, periodId } = chosen;
  const lines = await readReadinessLines(
    db(),
    { yearId, groupIds: [groupId], today: actor.today },
    await regulationOf(actor),
  );
  const sections = await readReopened(db(), { groupId, periodId, yearId }, actor);
  const { name } = await db().academicPeriod.findUniqueOrThrow({ where: { id: periodId }, select: { name: true } });
  return {
    group: { id: groupId, name: chosen.group },
    period: { id: periodId, name },
    locked: chosen.lockedOn !== null,
    sections: sections.map(({ id, title }) => ({ id, title })),
    lines: lines.filter((line) => line.periodId === periodId),
    reopenings: sections.flatMap(({ title, reopenings }) =>
      reopenings.map(({ id, reason, until }) => ({ id, title, reason, until })),
    ),
  };
}
