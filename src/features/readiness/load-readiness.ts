import { type Actor, can, canAny } from '@/access/actor';
import type { Role } from '@/access/permissions';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { checks } from './checks';
import { readCalendarGaps, readStaffGaps } from './read-college-gaps';
import { readGroupGaps, readSectionGaps } from './read-group-gaps';
import type { CheckId, Gap, ReadinessLine, ReadinessView } from './readiness-view';

const shown = 40;
const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** Whether a year is ready, due on 5 September: null without the right and for a year that is not there. */
export async function loadReadiness(actor: Actor, wanted?: number): Promise<ReadinessView | null> {
  if (!can(actor, 'study.view')) return null;
  const years = await db().academicYear.findMany({ orderBy: { startsOn: 'desc' } });
  const begun = years.find(({ startsOn }) => dayOf(startsOn) <= actor.today) ?? years.at(-1);
  const year = wanted === undefined ? begun : years.find(({ id }) => id === wanted);
  if (!year) return null;
  const span = { id: year.id, startsOn: dayOf(year.startsOn), endsOn: dayOf(year.endsOn) };
  const due = `${span.startsOn.slice(0, 4)}-09-05`;
  const overdue = actor.today > due;
  const [calendar, staff, groups, sections, people] = await Promise.all([
    readCalendarGaps(db(), span),
    readStaffGaps(db(), actor.today),
    readGroupGaps(db(), span, actor.today),
    readSectionGaps(db(), span),
    readHolders(actor.today),
  ]);
  const gaps: Record<CheckId, Gap> = { ...calendar, ...staff, ...groups, ...sections };
  const lines = (Object.keys(checks) as CheckId[]).map((id) => lineOf(id, gaps[id], { actor, overdue, people }));
  return {
    years: years.map(({ id, name }) => ({ id, name })),
    year: { id: year.id, name: year.name },
    ...{ due, overdue, today: actor.today, lines },
    ready: lines.filter(({ state }) => state === 'done').length,
  };
}

type Around = { actor: Actor; overdue: boolean; people: ReadonlyMap<Role, string[]> };

function lineOf(id: CheckId, { total, missing }: Gap, { actor, overdue, people }: Around): ReadinessLine {
  const { title, lacks, role, href, needs } = checks[id];
  const count = missing.length;
  return {
    ...{ id, title, lacks, role, href, total, count },
    state: count === 0 && total > 0 ? 'done' : overdue ? 'overdue' : 'attention',
    missing: missing.slice(0, shown),
    people: role === 'teacher' ? [] : (people.get(role) ?? []),
    mayOpen: canAny(actor, needs),
  };
}

/** Who holds which position today, by role. */
async function readHolders(today: LocalDate): Promise<ReadonlyMap<Role, string[]>> {
  const rows = await db().$queryRaw<{ role: Role; names: string[] }[]>`
    SELECT s.role::text, array_agg(DISTINCT p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '')) AS names
    FROM staff_position s JOIN person p ON p.id = s.staff_id
    WHERE s.starts_on <= ${today}::date AND (s.ends_on IS NULL OR s.ends_on >= ${today}::date) AND s.role NOT IN ('teacher', 'curator')
    GROUP BY s.role`;
  return new Map(rows.map(({ role, names }) => [role, names]));
}
