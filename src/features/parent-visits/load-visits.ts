import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { addDays, daysBetween } from '@/domain/calendar/local-date';
import { localDateOf, startOfDay } from '@/domain/deadlines/zone';
import { percent } from '@/domain/grading/quality';
import { compareNames, distinctNames, fullName, nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import { type ReadVisit, readVisits } from './read-visits';

export type VisitState = 'visits' | 'silent' | 'never' | 'noAccount' | 'blocked' | 'closed' | 'noParent';

export type VisitLine = {
  key: string;
  student: string;
  /** «Давлетшина Рената Фаридовна»; empty for a student without parents. */
  parent: string;
  /** «Уважаемая Рената Фаридовна» */
  address: string;
  relation: string;
  state: VisitState;
  /** «18.11.2026, 19:05»; empty when never. */
  last: string;
  /** Whole days since the last visit. */
  daysAgo: number | null;
  visits: number;
};

export type GroupVisits = {
  groupId: number;
  group: string;
  curator: string;
  /** Whoever has not come for so many days is reminded. */
  days: number;
  lines: readonly VisitLine[];
  /** Parents with an open cabinet, and those of them who came within the days. */
  parents: number;
  came: number;
  /** Percent with one decimal; null without parents. */
  share: number | null;
  today: LocalDate;
};

/** Who of the parents signs in to see the diary, and when last; null when the group is not in sight. */
export async function loadVisits(actor: Actor, groupId: number, days: number): Promise<GroupVisits | null> {
  const group = await db().studentGroup.findFirst({
    where: { AND: [{ id: groupId }, groupsVisibleTo(actor)] },
    select: {
      name: true,
      curatorships: {
        where: {
          startsOn: { lte: new Date(actor.today) },
          OR: [{ endsOn: null }, { endsOn: { gte: new Date(actor.today) } }],
        },
        select: { staff: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
      },
    },
  });
  if (!group) return null;
  const since = startOfDay(addDays(actor.today, 1 - days), actor.timeZone);
  const read = await readVisits(db(), { groupId, today: actor.today, since });
  const names = distinctNames([...new Map(read.map(({ student }) => [student.id, student])).values()]);
  const lines = [...read]
    .sort((one, other) => compareNames(one.student, other.student) || (one.parentId ?? 0) - (other.parentId ?? 0))
    .map((visit) => lineOf(visit, names.get(visit.studentId) ?? '', days, actor));
  const able = lines.filter(({ state }) => state === 'visits' || state === 'silent' || state === 'never');
  const came = able.filter(({ state }) => state === 'visits').length;
  const [curatorship] = group.curatorships;
  return {
    ...{ groupId, group: group.name, days, lines, parents: able.length, came },
    curator: curatorship ? nameWithInitials(curatorship.staff.person) : '',
    share: percent(came, able.length),
    today: actor.today,
  };
}

function lineOf(visit: ReadVisit, student: string, days: number, { today, timeZone }: Actor): VisitLine {
  const { parent, relation, lastAt, visits } = visit;
  const last = lastAt === null ? null : new Date(lastAt * 1000);
  const daysAgo = last && daysBetween(localDateOf(last, timeZone), today);
  return {
    key: `${visit.studentId} ${visit.parentId}`,
    student,
    parent: parent ? fullName(parent) : '',
    address: parent ? addressOf(parent) : '',
    relation: relation ?? '',
    state: stateOf(visit, daysAgo, days),
    last: last ? fullDateTime(last, timeZone) : '',
    daysAgo,
    visits,
  };
}

function stateOf(visit: ReadVisit, daysAgo: number | null, days: number): VisitState {
  if (visit.parent === null) return 'noParent';
  if (!visit.hasAccount) return 'noAccount';
  if (visit.blocked) return 'blocked';
  if (visit.closed) return 'closed';
  if (daysAgo === null) return 'never';
  return daysAgo < days ? 'visits' : 'silent';
}

function addressOf({ sex, firstName, middleName }: NonNullable<ReadVisit['parent']>): string {
  return `${sex === 'female' ? 'Уважаемая' : 'Уважаемый'} ${[firstName, middleName].filter(Boolean).join(' ')}`;
}
