import type { Actor } from '@/access/actor';
import { issuableGroups, mayIssueTo } from '@/access/credentials';
import { fullName } from '@/domain/people/name';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import type { SlipsView } from './accounts-view';
import { accountState, holderInWords } from './holder-words';
import { readHolders } from './holders';
import { loadIssues } from './load-issues';

/** A group's students, each before the parents, for whoever gives them passwords; null without the right to the group. */
export async function loadSlips(actor: Actor, groupId: number | null): Promise<SlipsView | null> {
  const { credentials } = await regulationOf(actor);
  const scope = issuableGroups(actor, credentials);
  if (scope !== 'every' && scope.length === 0) return null;
  const today = new Date(actor.today);
  const onRoll = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const groups = await db().studentGroup.findMany({
    where: { enrollments: { some: onRoll }, ...(scope === 'every' ? {} : { id: { in: [...scope] } }) },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const chosen = groupId ?? (groups.length === 1 ? groups[0]?.id : null) ?? null;
  const group = groups.find(({ id }) => id === chosen) ?? null;
  if (chosen !== null && !group) return null;
  const ids = group ? await peopleOf(group.id) : [];
  const holders = (await readHolders(db(), ids)).filter((holder) => mayIssueTo(actor, holder, credentials));
  const place = new Map(ids.map((id, index) => [id, index]));
  const people = holders
    .toSorted((one, other) => (place.get(one.personId) ?? 0) - (place.get(other.personId) ?? 0))
    .map((holder) => ({
      ...{ personId: holder.personId, name: fullName(holder), login: holder.login },
      ...{ who: holderInWords(holder), state: accountState(holder) },
    }));
  return { groups, group, people, issues: await loadIssues(ids, 100), timeZone: actor.timeZone };
}

/** Students in the order of the list, each followed by the parents; a parent of two stands with the first. */
async function peopleOf(groupId: number): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH today AS (SELECT (app_now() AT TIME ZONE time_zone)::date AS day FROM institution),
    studies AS (SELECT p.id, row_number() OVER (ORDER BY p.last_name, p.first_name, p.id) AS n
      FROM enrollment e JOIN person p ON p.id = e.student_id, today
      WHERE e.group_id = ${groupId} AND e.starts_on <= day AND (e.ends_on IS NULL OR e.ends_on >= day)),
    both_kinds AS (SELECT id, n, 0 AS rank FROM studies
      UNION ALL SELECT w.guardian_id, s.n, 1 FROM guardianship w JOIN studies s ON s.id = w.student_id, today
      WHERE w.starts_on <= day AND (w.ends_on IS NULL OR w.ends_on >= day))
    SELECT id FROM both_kinds GROUP BY id ORDER BY min(n), min(rank), id`;
  return rows.map(({ id }) => id);
}
