import { type Actor, can } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { relay } from '@/domain/timetable/relay';
import { teacherOn } from '@/domain/timetable/week-place';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { choosePlace } from './choose-place';
import { readAroundWeek } from './read-around-week';
import { type ReadRelay, readRelay } from './read-relay';
import { countsOf } from './relay-counts';
import type { WeekSection, WeekView } from './week-view';

/**
 * The week of a group in a period from a day on, with all that an editor must see at once: what is busy elsewhere, which hours find no
 * place, and what laying the lessons would do. Null when the actor may not see timetables or there is no such place.
 */
export async function loadWeek(
  actor: Actor,
  wanted: { group?: number | undefined; period?: number | undefined; from?: LocalDate | undefined },
): Promise<WeekView | null> {
  if (!can(actor, 'timetable.view')) return null;
  const chosen = await choosePlace(actor, wanted);
  if (!chosen) return null;
  const { group, groups, period, periods } = chosen;
  const regulation = await regulationOf(actor);
  const { usual } = regulation.lessonHours;
  const read = await readRelay(db(), { groupId: group.id, period, today: actor.today }, usual);
  const earliest = read.plan.from;
  const usualFrom = earliest > period.startsOn ? addDays(earliest, 1) : earliest;
  const from = within(wanted.from ?? usualFrom, earliest, period.endsOn);
  const around = await readAroundWeek(db(), { groupId: group.id, period, from, sections: read.sections });
  return {
    ...{ group, groups, period: { ...period, label: period.name }, periods, from, earliest },
    ...{ weekdays: [1, 2, 3, 4, 5, 6], pairs: around.pairs },
    sections: sectionsOf(read, from, around.names),
    entries: around.entries,
    others: around.others,
    busyRooms: around.busyRooms,
    rooms: around.rooms,
    names: Object.fromEntries(around.names),
    laying: countsOf(relay(read.plan)),
    days: around.days,
    lessonTypes: regulation.lessonTypes.map(({ id, label }) => ({ id, label })),
    lessonHours: regulation.lessonHours,
    mayEnter: can(actor, 'timetable.enter'),
  };
}

function within(date: LocalDate, first: LocalDate, last: LocalDate): LocalDate {
  if (date < first) return first;
  return date > last ? last : date;
}

/** Hours by journal: `over` is what the week would give beyond the plan if nobody stopped it. */
function sectionsOf({ plan, sections }: ReadRelay, from: LocalDate, names: ReadonlyMap<number, string>): WeekSection[] {
  const short = new Map(relay(plan).short.map(({ sectionId, hours }) => [sectionId, hours]));
  const most = 2000; // more than any period holds
  const unbounded = relay({ ...plan, sections: sections.map((section) => ({ ...section, hours: most })) });
  const capacity = new Map(unbounded.short.map(({ sectionId, hours }) => [sectionId, most - hours]));
  return sections.map(({ courseKind: _, hours: planned, ...section }) => {
    const teacherId = teacherOn(section.teachers, from);
    const holds = capacity.get(section.sectionId) ?? most;
    const missing = short.get(section.sectionId) ?? 0;
    return {
      ...section,
      ...{ planned, given: planned - missing, short: missing, over: Math.max(0, holds - planned) },
      teacher: teacherId === null ? '' : (names.get(teacherId) ?? ''),
    };
  });
}
