import type { Actor } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { ReadPeriod } from './read-sections';
import type { Option } from './week-view';

type Row = ReadPeriod & { groupId: number; group: string; year: string };
export type ChosenPlace = { group: Option; groups: Option[]; period: ReadPeriod; periods: Option[] };

/** A group of a year that is open, and its period of today or the next one, unless another is asked for; null when there is none. */
export async function choosePlace(
  actor: Pick<Actor, 'today' | 'curates'>,
  { group, period }: { group?: number | undefined; period?: number | undefined },
): Promise<ChosenPlace | null> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT p.id, p.year_id AS "yearId", p.name, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", g.id AS "groupId", g.name AS group,
      y.name AS year
    FROM group_period gp JOIN academic_period p ON p.id = gp.period_id JOIN academic_year y ON y.id = p.year_id JOIN student_group g ON g.id = gp.group_id
    WHERE p.kind <> 'year' AND y.closed_at IS NULL ORDER BY p.starts_on, p.id`;
  const groups = new Map(rows.map(({ groupId, group: label }) => [groupId, label]));
  const options = [...groups]
    .map(([id, label]) => ({ id, label }))
    .sort((one, two) => compareTitles(one.label, two.label));
  const groupId = group ?? options.find(({ id }) => actor.curates.includes(id))?.id ?? options[0]?.id;
  const own = rows.filter((row) => row.groupId === groupId);
  const chosen = period === undefined ? current(own, actor.today) : own.find(({ id }) => id === period);
  if (groupId === undefined || !chosen) return null;
  return {
    group: { id: groupId, label: chosen.group },
    groups: options,
    period: chosen,
    periods: own.map(({ id, name, year }) => ({ id, label: `${name} ${year}` })),
  };
}

function current(periods: readonly Row[], today: LocalDate): Row | undefined {
  return periods.find(({ endsOn }) => endsOn >= today) ?? periods.at(-1);
}
