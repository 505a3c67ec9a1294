import { Prisma } from '@/server/prisma/client';

/** Why an account is closed whose ties have all ended; only such a one opens by itself when a tie comes back. */
export const endedReason = 'работа или обучение окончены';

/**
 * A CTE of what ties people to the college, each with its last day (null: none): work, study, a child who studies. A parent's
 * tie lasts as long as the child's.
 */
export const ties = Prisma.sql`ties AS (
  SELECT id AS person_id, left_on AS ends_on FROM staff_member
  UNION ALL SELECT student_id, ends_on FROM enrollment
  UNION ALL SELECT w.guardian_id, least(w.ends_on, CASE WHEN bool_or(e.ends_on IS NULL) THEN NULL ELSE max(e.ends_on) END)
    FROM guardianship w JOIN enrollment e ON e.student_id = w.student_id GROUP BY w.guardian_id, w.student_id, w.ends_on)`;
