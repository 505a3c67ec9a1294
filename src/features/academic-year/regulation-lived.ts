import type { LocalDate } from '@/domain/types';
import { Prisma } from '@/server/prisma/client';

/**
 * For a statement that locks periods: the version of the regulation under which period `p` was lived, that of its last day or of
 * `today` where it is not over; the first one for a period older than all of them.
 */
export function regulationLived(today: LocalDate): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT id FROM regulation_version WHERE valid_from <= least(p.ends_on, ${today}::date) ORDER BY valid_from DESC LIMIT 1),
    (SELECT id FROM regulation_version ORDER BY valid_from LIMIT 1))`;
}
