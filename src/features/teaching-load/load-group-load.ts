import { type Actor, can } from '@/access/actor';
import { semesterOf, yearOfSemester } from '@/domain/curriculum/semester-of';
import { fullName, nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { openYearOf } from './load-overview';
import type { Division, GroupLoad } from './load-view';
import { mayOpen, opensAlone, readLoad } from './read-load';

/** The load of one group: every line of its plan in the year, its journals and their teachers. Null for a group that does not study then. */
export async function loadGroupLoad(
  actor: Actor,
  { groupId, year: wanted }: { groupId: number; year: number | undefined },
): Promise<GroupLoad | null> {
  const opened = await openYearOf(actor, wanted);
  if (!opened) return null;
  const { year, choice } = opened;
  const group = await db().studentGroup.findUnique({
    where: { id: groupId },
    select: {
      ...{ name: true, entryYear: true, curriculumId: true, curriculum: { select: { state: true } } },
      periods: { where: { period: { yearId: year.id } }, select: { periodId: true, lockedAt: true } },
    },
  });
  if (!group || group.periods.length === 0) return null;
  const [rows, divisions, teachers] = await Promise.all([
    readLoad(db(), { yearId: year.id, startYear: year.startYear, groupId }),
    readDivisions(groupId, actor.today),
    readTeachers(year.startsOn),
  ]);
  const locked = new Map(group.periods.map(({ periodId, lockedAt }) => [periodId, lockedAt !== null]));
  return {
    ...choice,
    divisions,
    teachers,
    group: {
      ...{ id: groupId, name: group.name, curriculumId: group.curriculumId },
      planApproved: group.curriculum.state === 'approved',
      yearOfStudy: yearOfSemester(semesterOf(group.entryYear, year.startYear, 1)),
    },
    periods: year.periods.flatMap((period) => {
      const state = locked.get(period.id);
      return state === undefined ? [] : [{ ...period, locked: state }];
    }),
    lines: rows.map(({ terms, ...row }) => ({
      ...row,
      plan: terms,
      opensAlone: opensAlone(row),
      mayOpen: mayOpen(row),
    })),
    today: actor.today,
    mayEnter: can(actor, 'load.enter') && !year.closed,
  };
}

/** The divisions of a group, with how many are in them on a day. */
export function readDivisions(groupId: number, on: LocalDate): Promise<Division[]> {
  return db().$queryRaw<Division[]>`
    SELECT s.division, array_agg(DISTINCT s.name ORDER BY s.name) AS subgroups, count(m.id)::int AS students
    FROM subgroup s LEFT JOIN subgroup_membership m ON m.subgroup_id = s.id AND m.starts_on <= ${on}::date
      AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date)
    WHERE s.group_id = ${groupId} GROUP BY s.division ORDER BY s.division`;
}

/** Everybody who may be given a journal: the staff, in order of names; namesakes in full, for they are chosen by name. */
async function readTeachers(from: LocalDate): Promise<{ id: number; name: string }[]> {
  const staff = await db().staffMember.findMany({
    where: { OR: [{ leftOn: null }, { leftOn: { gte: new Date(from) } }] },
    select: { id: true, person: { select: { lastName: true, firstName: true, middleName: true } } },
    orderBy: [{ person: { lastName: 'asc' } }, { person: { firstName: 'asc' } }, { id: 'asc' }],
  });
  const named = staff.map(({ id, person }) => ({ id, short: nameWithInitials(person), full: fullName(person) }));
  const bearers = new Map<string, number>();
  for (const { short } of named) bearers.set(short, (bearers.get(short) ?? 0) + 1);
  return named.map(({ id, short, full }) => ({
    id,
    name: (bearers.get(short) ?? 0) > 1 ? `${full} (№ ${id})` : short,
  }));
}
