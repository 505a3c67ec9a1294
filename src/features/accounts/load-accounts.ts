import { type Actor, can } from '@/access/actor';
import { fullName } from '@/domain/people/name';
import { db } from '@/server/db';
import type { AccountFilter, AccountsList } from './accounts-view';
import { accountState, holderInWords } from './holder-words';
import { readHolders } from './holders';

const perPage = 50;

/** Accounts of everybody, searched and filtered (R-004, R-005); null without the right. */
export async function loadAccounts(actor: Actor, filter: AccountFilter): Promise<AccountsList | null> {
  if (!can(actor, 'accounts.manage')) return null;
  const found = await findPeople(filter);
  const page = found.slice((filter.page - 1) * perPage, filter.page * perPage).map(({ id }) => id);
  const groups = await db().studentGroup.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
  const holders = await readHolders(db(), page);
  return {
    lines: holders.map((holder) => ({
      ...{ personId: holder.personId, name: fullName(holder), login: holder.login, lastSignIn: holder.lastSignIn },
      ...{ who: holderInWords(holder), state: accountState(holder) },
    })),
    ...{ total: found.length, page: filter.page, pages: Math.max(1, Math.ceil(found.length / perPage)) },
    ...{ groups, timeZone: actor.timeZone },
  };
}

/** `unused`: nobody has signed in for 180 days (T-014). */
function findPeople({ q, kind, group, state }: AccountFilter): Promise<{ id: number }[]> {
  const words = `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return db().$queryRaw`
    WITH today AS (SELECT (app_now() AT TIME ZONE time_zone)::date AS day FROM institution),
    studies AS (SELECT student_id, group_id FROM enrollment, today WHERE ends_on IS NULL OR ends_on >= day),
    raises AS (SELECT guardian_id, student_id FROM guardianship, today WHERE starts_on <= day AND (ends_on IS NULL OR ends_on >= day))
    SELECT p.id FROM person p LEFT JOIN account a ON a.person_id = p.id, today
    WHERE concat_ws(' ', p.last_name, p.first_name, p.middle_name, a.login) ILIKE ${words}
      AND CASE ${kind} WHEN 'staff' THEN EXISTS (SELECT 1 FROM staff_member WHERE id = p.id)
        WHEN 'students' THEN EXISTS (SELECT 1 FROM student WHERE id = p.id)
        WHEN 'parents' THEN EXISTS (SELECT 1 FROM guardianship WHERE guardian_id = p.id) ELSE true END
      AND (${group}::int IS NULL OR EXISTS (SELECT 1 FROM studies s LEFT JOIN raises r USING (student_id)
        WHERE s.group_id = ${group}::int AND (s.student_id = p.id OR r.guardian_id = p.id)))
      AND CASE ${state} WHEN 'none' THEN a.id IS NULL WHEN 'blocked' THEN a.blocked_at IS NOT NULL
        WHEN 'issued' THEN a.must_change AND a.blocked_at IS NULL WHEN 'open' THEN NOT a.must_change AND a.blocked_at IS NULL
        WHEN 'unused' THEN a.blocked_at IS NULL AND a.created_at < app_now() - interval '180 days' AND NOT EXISTS (
          SELECT 1 FROM session s WHERE s.account_id = a.id AND s.last_seen_at > app_now() - interval '180 days')
        ELSE true END
    ORDER BY p.last_name, p.first_name, p.id`;
}
