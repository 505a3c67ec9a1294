import { type Actor, can } from '@/access/actor';
import { bellTimes } from '@/domain/calendar/bells';
import { type Colleague, proposeSubstitutes } from '@/domain/timetable/propose-substitutes';
import type { LocalDate } from '@/domain/types';
import { groupBy } from '@/domain/year/group-by';
import { db } from '@/server/db';
import { fullDate, shortDate } from '@/texts/format';
import { type ReadChange, type ReadDay, type ReadDayLesson, readDay } from './read-day';
import type { DoneLine, OpenLesson, SubstitutionsView } from './substitutions-view';

/**
 * The holes of a day with free colleagues proposed, lessons of a group that is asked for, and what has been decided (R-044, R-045); null
 * for whoever enters no substitutions, or for a group that is not there.
 */
export async function loadSubstitutions(
  actor: Actor,
  { date = actor.today, group }: { date?: LocalDate | undefined; group?: number | undefined },
): Promise<SubstitutionsView | null> {
  if (!can(actor, 'substitution.enter')) return null;
  const day = await readDay(db(), { date, today: actor.today });
  const chosen = group === undefined ? null : (day.groups.find(({ id }) => id === group) ?? null);
  if (group !== undefined && !chosen) return null;
  const propose = proposer(day, date);
  const open = day.lessons.filter(({ state, filled, substitution }) => state === 'planned' && !filled && !substitution);
  const away = new Set(day.absences.map(({ staffId }) => staffId));
  const holes = open.filter(({ teacherId }) => away.has(teacherId)).map(propose);
  return {
    date,
    absences: day.absences.map((absence) => ({
      ...absence,
      open:
        holes.filter(({ teacherId }) => teacherId === absence.staffId).length +
        day.lessons.filter((lesson) => isOrphan(lesson, away) && lesson.teacherId === absence.staffId).length,
    })),
    staff: day.colleagues.map(({ id, name }) => ({ id, label: name })),
    holes,
    group: chosen,
    groups: day.groups,
    ofGroup: open.filter(({ groupId, instead }) => groupId === group && !instead).map(propose),
    sections: Object.fromEntries(groupBy(day.sections, ({ groupId }) => groupId)),
    done: [
      ...day.lessons.flatMap((lesson) => substitutionLine(lesson, isOrphan(lesson, away))),
      ...day.changes.map(changeLine),
    ].sort((one, other) => one.classPeriod - other.classPeriod || one.group.localeCompare(other.group, 'ru')),
  };
}

/** The substitute is away too. */
function isOrphan({ teacherId, substitution, filled, state }: ReadDayLesson, away: ReadonlySet<number>): boolean {
  return substitution !== null && !filled && state === 'planned' && away.has(teacherId);
}

function proposer(
  { lessons, absences, colleagues, bells, shortened }: ReadDay,
  date: LocalDate,
): (lesson: ReadDayLesson) => OpenLesson {
  const times = bellTimes(bells, shortened ? [date] : []);
  const absent = new Map(absences.map((absence) => [absence.staffId, absence]));
  const held = lessons.filter(({ state }) => state !== 'cancelled');
  const busy = groupBy(held, ({ teacherId }) => teacherId);
  const all: Colleague[] = colleagues.map((one) => ({
    ...one,
    absent: absent.has(one.id),
    busy: (busy.get(one.id) ?? []).map(({ classPeriod }) => classPeriod),
  }));
  return (lesson) => {
    const { id: lessonId, teacherId, teacher, classPeriod, groupId, group, subgroup, course, room, attended } = lesson;
    return {
      ...{ lessonId, teacherId, teacher, classPeriod, groupId, group, subgroup, course, room, attended },
      time: times(date, classPeriod, groupId)?.startsAt ?? '',
      absence: absent.get(teacherId) ?? null,
      proposals: proposeSubstitutes(lesson, all).filter(({ id }) => id !== teacherId),
    };
  };
}

function substitutionLine(lesson: ReadDayLesson, orphan: boolean): DoneLine[] {
  const { id, classPeriod, group, course, teacher, substitution, filled, attended, state } = lesson;
  if (!substitution) return [];
  const { absent, reason, order, orderedOn } = substitution;
  return [
    {
      ...{ key: `substitution ${id}`, classPeriod, group, course, reason, order: orderWords(order, orderedOn) },
      what: `${teacher} (вместо: ${absent})`,
      alert: orphan ? 'замещающий тоже отсутствует: верните и назначьте другого' : '',
      undo: filled || attended || state !== 'planned' ? null : { kind: 'substitution', lessonId: id },
    },
  ];
}

function changeLine({
  id,
  classPeriod,
  group,
  course,
  reason,
  order,
  orderedOn,
  filled,
  ...change
}: ReadChange): DoneLine {
  return {
    ...{ key: `change ${id}`, classPeriod, group, course, reason, order: orderWords(order, orderedOn) },
    what: changeWords(change),
    alert: '',
    undo: filled ? null : { kind: 'change', id },
  };
}

function changeWords({ kind, date, pair, given }: Pick<ReadChange, 'kind' | 'date' | 'pair' | 'given'>): string {
  if (kind === 'cancelled') return 'отменено';
  return kind === 'moved' ? `перенесено на ${shortDate(date)}, ${pair}-я пара` : `взамен «${given ?? ''}»`;
}

function orderWords(number: string, on: LocalDate | null): string {
  return number === '' ? '' : `№ ${number}${on ? ` от ${fullDate(on)}` : ''}`;
}
