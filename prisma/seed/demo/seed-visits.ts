import type { LocalDate } from '@/domain/types';
import { withClient } from '@/server/postgres/roles';
import { timeZone } from './calendar';

const phone =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36';

/**
 * Sign-ins of the parents in the 45 days before the demo's: one in ten has never come, one in ten not for a month,
 * the others every third to ninth day. They are written down as the sign-in would have: a real one takes a password's time.
 */
export async function seedVisits(ownerUrl: string, day: LocalDate): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO security_event (at, kind, person_id, address, device, detail)
       SELECT (d + time '16:30' + make_interval(mins => chance.n % 300)) AT TIME ZONE $2, 'signIn', p.person_id, 'direct', $3, ''
       FROM (SELECT a.person_id, abs(hashtext('habit ' || a.person_id)) AS habit FROM account a
         WHERE a.login <> 'parent' AND EXISTS (SELECT 1 FROM guardianship g WHERE g.guardian_id = a.person_id)) p
         CROSS JOIN generate_series($1::date - 45, $1::date - 1, interval '1 day') d
         CROSS JOIN LATERAL (SELECT abs(hashtext(p.person_id || ' ' || d::date)) AS n) chance
       WHERE p.habit % 10 > 0 AND (p.habit % 10 > 1 OR d < $1::date - 32) AND chance.n % (3 + p.habit % 7) = 0
       ORDER BY 1, p.person_id`,
      [day, timeZone, phone],
    ),
  );
}
