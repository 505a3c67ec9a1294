import type { Actor } from '@/access/actor';
import { isAdult } from '@/domain/people/age';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';

export type OwnSession = {
  id: number;
  from: Date;
  lastSeen: Date;
  device: string;
  address: string;
  shared: boolean;
  current: boolean;
};
export type SignInNote = { id: string; at: Date; kind: SignInKind; device: string; address: string };
export type SignInKind = 'signIn' | 'signInFailed' | 'signInThrottled' | 'signOut' | 'newDevice' | 'passwordFailed';

export type OwnSecurity = {
  login: string;
  passwordChangedAt: Date;
  timeZone: string;
  strangeDevice: boolean;
  /** Failed attempts under this login since the sign-in before the present one. */
  failures: number;
  sessions: readonly OwnSession[];
  history: readonly SignInNote[];
  /** An adult student's decision about the parents; undefined for everybody else, null while none was made (G-11). */
  parentsSee?: boolean | null;
};

const kinds: readonly SignInKind[] = [
  ...(['signIn', 'signInFailed', 'signInThrottled', 'signOut', 'newDevice', 'passwordFailed'] as const),
];

/** One's own sign-ins, live sessions and what belongs to them (T-009, R-013). */
export async function loadOwnSecurity(actor: Actor): Promise<OwnSecurity> {
  const account = await db().account.findUnique({
    where: { personId: actor.personId },
    select: { id: true, login: true, passwordChangedAt: true },
  });
  if (!account) throw new Refusal('UNAUTHENTICATED');
  const [sessions, notes, parentsSee] = await Promise.all([
    liveSessions(account.id),
    db().securityEvent.findMany({
      where: { personId: actor.personId, kind: { in: [...kinds] } },
      orderBy: { id: 'desc' },
      take: 30,
      select: { id: true, at: true, kind: true, device: true, address: true },
    }),
    decision(actor),
  ]);
  const { login, passwordChangedAt } = account;
  const history = notes.map(({ id, kind, ...note }) => ({ ...note, id: String(id), kind: kind as SignInKind }));
  return {
    ...{ login, passwordChangedAt, timeZone: actor.timeZone, history, failures: failuresIn(history) },
    strangeDevice: actor.signIn?.strangeDevice ?? false,
    sessions: sessions.map((session) => ({ ...session, current: session.id === actor.sessionId })),
    ...(parentsSee === undefined ? {} : { parentsSee }),
  };
}

function liveSessions(accountId: number): Promise<Omit<OwnSession, 'current'>[]> {
  return db().$queryRaw`
    SELECT id, created_at AS "from", last_seen_at AS "lastSeen", device, address, shared FROM session
    WHERE account_id = ${accountId} AND ended_at IS NULL AND expires_at > app_now()
      AND last_seen_at + make_interval(secs => idle_seconds) > app_now()
    ORDER BY last_seen_at DESC, id DESC`;
}

/** Between the last two sign-ins; the present one ends the count. */
function failuresIn(history: readonly SignInNote[]): number {
  const [present = 0, before = history.length] = history.flatMap(({ kind }, place) =>
    kind === 'signIn' ? [place] : [],
  );
  return history.slice(present, before).filter(({ kind }) => kind === 'signInFailed' || kind === 'signInThrottled')
    .length;
}

async function decision(actor: Actor): Promise<boolean | null | undefined> {
  if (actor.studentId === null || !actor.permissions.has('diary.viewOwn')) return undefined;
  const student = await db().student.findUnique({
    where: { id: actor.studentId },
    select: {
      person: { select: { birthDate: true } },
      accessDecisions: { orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }], take: 1, select: { allowed: true } },
    },
  });
  const born = student?.person.birthDate?.toISOString().slice(0, 10);
  return born && isAdult(born, actor.today) ? (student?.accessDecisions[0]?.allowed ?? null) : undefined;
}
