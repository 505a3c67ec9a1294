import type { Actor } from '@/access/actor';
import { issuableGroups, issuesToStaff, mayIssueTo } from '@/access/credentials';
import { fullName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import type { SlipsOf, SlipsView } from './accounts-view';
import { accountState, holderInWords } from './holder-words';
import { readHolders } from './holders';
import { loadIssues } from './load-issues';

/**
 * A group's students, each before the parents, or the staff, for whoever gives them passwords. Who has been enrolled for
 * a coming day gets the slip before it. Null without the right to what is wanted.
 */
export async function loadSlips(actor: Actor, wanted: SlipsOf | null): Promise<SlipsView | null> {
  const { credentials } = await regulationOf(actor);
  const scope = issuableGroups(actor, credentials);
  const staff = issuesToStaff(actor, credentials);
  if (scope !== 'every' && scope.length === 0 && !staff) return null;
  const groups = await readGroups(scope, actor.today);
  const of = wanted ?? (groups.length === 1 && !staff ? (groups[0]?.id ?? null) : null);
  const name = of === 'staff' ? 'Сотрудники' : (groups.find(({ id }) => id === of)?.name ?? null);
  if (of !== null && (name === null || (of === 'staff' && !staff))) return null;
  const ids = of === null ? [] : of === 'staff' ? await staffOn(actor.today) : await peopleOf(of, actor.today);
  const holders = (await readHolders(db(), ids)).filter((holder) => mayIssueTo(actor, holder, credentials));
  const place = new Map(ids.map((id, index) => [id, index]));
  const people = holders
    .toSorted((one, other) => (place.get(one.personId) ?? 0) - (place.get(other.personId) ?? 0))
    .map((holder) => ({
      ...{ personId: holder.personId, name: fullName(holder), login: holder.login },
      ...{ who: holderInWords(holder), state: accountState(holder) },
    }));
  const chosen = of === null || name === null ? null : { of, name };
  return { groups, staff, chosen, people, issues: await loadIssues(ids, 100), timeZone: actor.timeZone };
}

/** Groups that somebody studies in or has been enrolled in for a coming day. */
function readGroups(scope: 'every' | readonly number[], today: LocalDate): Promise<SlipsView['groups']> {
  const onRoll = { OR: [{ endsOn: null }, { endsOn: { gte: new Date(today) } }] };
  return db().studentGroup.findMany({
    where: { enrollments: { some: onRoll }, ...(scope === 'every' ? {} : { id: { in: [...scope] } }) },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

async function staffOn(today: LocalDate): Promise<number[]> {
  const rows = await db().staffMember.findMany({
    where: { OR: [{ leftOn: null }, { leftOn: { gte: new Date(today) } }] },
    orderBy: [{ person: { lastName: 'asc' } }, { person: { firstName: 'asc' } }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Students in the order of the list, each followed by the parents; a parent of two stands with the first. */
async function peopleOf(groupId: number, today: LocalDate): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH studies AS (SELECT p.id, row_number() OVER (ORDER BY p.last_name, p.first_name, p.id) AS n
      FROM enrollment e JOIN person p ON p.id = e.student_id
      WHERE e.group_id = ${groupId} AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)),
    both_kinds AS (SELECT id, n, 0 AS rank FROM studies
      UNION ALL SELECT w.guardian_id, s.n, 1 FROM guardianship w JOIN studies s ON s.id = w.student_id
      WHERE w.starts_on <= ${today}::date AND (w.ends_on IS NULL OR w.ends_on >= ${today}::date))
    SELECT id FROM both_kinds GROUP BY id ORDER BY min(n), min(rank), id`;
  return rows.map(({ id }) => id);
}
