import type { Db } from '@/server/db';
import { forgetFailures, throttleKeys } from '@/server/throttle';

/** Puts issued passwords in force: the former ones and every session of these people are dead (T-012). */
export async function setIssuedPasswords(
  tx: Db,
  hashes: ReadonlyMap<number, string>,
  logins: readonly string[],
  { now, validUntil }: { now: Date; validUntil: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE account SET password_hash = made.hash, must_change = true, issued_until = ${validUntil}, issued_used_at = NULL,
      password_changed_at = ${now}
    FROM unnest(${[...hashes.keys()]}::int[], ${[...hashes.values()]}::text[]) AS made (person_id, hash)
    WHERE account.person_id = made.person_id`;
  await tx.session.updateMany({
    where: { endedAt: null, account: { personId: { in: [...hashes.keys()] } } },
    data: { endedAt: now },
  });
  await forgetFailures(
    tx,
    logins.map((login) => throttleKeys(login, null, '').account),
  );
}
