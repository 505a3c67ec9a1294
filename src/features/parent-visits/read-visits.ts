import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

type Name = { lastName: string; firstName: string; middleName: string | null };

export type ReadVisit = {
  studentId: number;
  student: Name & { id: number; birthDate: LocalDate | null };
  parentId: number | null;
  parent: (Name & { sex: 'male' | 'female' }) | null;
  relation: string | null;
  hasAccount: boolean;
  blocked: boolean;
  /** A grown-up student keeps the diary closed to the parents (G-11). */
  closed: boolean;
  /** Seconds since 1970 of the last sign-in or of anything done after it. */
  lastAt: number | null;
  /** Sign-ins since `since`. */
  visits: number;
};

/** Parents of the group's students with their sign-ins; a student without parents has one row without a parent. */
export function readVisits(
  db: Db,
  { groupId, today, since }: { groupId: number; today: LocalDate; since: Date },
): Promise<ReadVisit[]> {
  return db.$queryRaw<ReadVisit[]>`
    SELECT s.id AS "studentId", g.guardian_id AS "parentId", g.relation,
      json_build_object('id', s.id, 'lastName', s.last_name, 'firstName', s.first_name, 'middleName', s.middle_name,
        'birthDate', s.birth_date) AS student,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name, 'sex', p.sex) END AS parent,
      a.id IS NOT NULL AS "hasAccount", a.blocked_at IS NOT NULL AS blocked,
      s.birth_date <= (${today}::date - interval '18 years')::date AND NOT coalesce((SELECT d.allowed FROM parent_access_decision d
        WHERE d.student_id = s.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false) AS closed,
      extract(epoch FROM greatest((SELECT max(x.last_seen_at) FROM session x WHERE x.account_id = a.id),
        (SELECT max(x.at) FROM security_event x WHERE x.person_id = p.id AND x.kind = 'signIn')))::float8 AS "lastAt",
      (SELECT count(*)::int FROM security_event x WHERE x.person_id = p.id AND x.kind = 'signIn' AND x.at >= ${since}) AS visits
    FROM enrollment e JOIN person s ON s.id = e.student_id
      LEFT JOIN guardianship g ON g.student_id = s.id AND g.starts_on <= ${today}::date AND (g.ends_on IS NULL OR g.ends_on >= ${today}::date)
      LEFT JOIN person p ON p.id = g.guardian_id LEFT JOIN account a ON a.person_id = p.id
    WHERE e.group_id = ${groupId} AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)`;
}
