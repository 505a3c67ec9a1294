import { type Actor, can } from '@/access/actor';
import { mayIssueTo } from '@/access/credentials';
import { loginBase } from '@/domain/accounts/login';
import { fullName } from '@/domain/people/name';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import type { AccountView } from './accounts-view';
import { accountState, holderInWords } from './holder-words';
import { readHolders } from './holders';
import { loadIssues } from './load-issues';

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** One person's account with positions and the log of issues; null without the right or without such a person. */
export async function loadAccount(actor: Actor, personId: number): Promise<AccountView | null> {
  if (!can(actor, 'accounts.manage')) return null;
  const [holder] = await readHolders(db(), [personId]);
  if (!holder) return null;
  const [positions, issues, account, liveSessions, regulation] = await Promise.all([
    db().staffPosition.findMany({
      where: { staffId: personId },
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      select: { id: true, role: true, title: true, startsOn: true, endsOn: true },
    }),
    loadIssues([personId], 20),
    db().account.findUnique({ where: { personId }, select: { blockReason: true } }),
    db().session.count({ where: { account: { personId }, endedAt: null, expiresAt: { gt: actor.now } } }),
    regulationOf(actor),
  ]);
  return {
    ...{ personId, name: fullName(holder), who: holderInWords(holder), login: holder.login, staff: holder.staff },
    ...{ state: accountState(holder), lastSignIn: holder.lastSignIn, liveSessions, issues },
    ...{ blockReason: account?.blockReason ?? null, mayIssue: mayIssueTo(actor, holder, regulation.credentials) },
    ...{
      suggestedLogin: loginBase(holder),
      own: personId === actor.personId,
      today: actor.today,
      timeZone: actor.timeZone,
    },
    positions: positions.map(({ startsOn, endsOn, ...position }) => ({
      ...{ ...position, startsOn: dayOf(startsOn), endsOn: endsOn && dayOf(endsOn) },
    })),
  };
}
