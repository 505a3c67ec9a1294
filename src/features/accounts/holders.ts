import type { Actor } from '@/access/actor';
import { type Holder as HolderFacts, mayIssueTo } from '@/access/credentials';
import type { Db } from '@/server/db';
import { regulationOf } from '@/server/regulation';

/** Somebody who has an account or may get one; `note` stands under the name: «студент группы ИСП-25-1». */
export type Holder = HolderFacts & {
  personId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  accountId: number | null;
  login: string | null;
  blocked: boolean;
  /** The password is the issued one. */
  issued: boolean;
  lastSignIn: Date | null;
  title: string | null;
  groups: readonly string[];
  /** «Абдуллин Тимур»: children of a parent. */
  children: readonly string[];
  student: boolean;
};

/** These people with what decides who may give them a password; unknown ids are left out. */
export function readHolders(reader: Db, personIds: readonly number[]): Promise<Holder[]> {
  return reader.$queryRaw<Holder[]>`
    WITH today AS (SELECT (app_now() AT TIME ZONE time_zone)::date AS day FROM institution),
    studies AS (SELECT e.student_id, g.id AS group_id, g.name FROM enrollment e JOIN student_group g ON g.id = e.group_id, today
      WHERE e.ends_on IS NULL OR e.ends_on >= day),
    raises AS (SELECT w.guardian_id, w.student_id FROM guardianship w, today
      WHERE w.starts_on <= day AND (w.ends_on IS NULL OR w.ends_on >= day)),
    held AS (SELECT s.staff_id, s.role, s.title FROM staff_position s, today
      WHERE s.starts_on <= day AND (s.ends_on IS NULL OR s.ends_on >= day))
    SELECT p.id AS "personId", p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
      a.id AS "accountId", a.login, a.blocked_at IS NOT NULL AS blocked,
      coalesce(a.must_change, false) AS issued,
      (SELECT max(s.created_at) FROM session s WHERE s.account_id = a.id) AS "lastSignIn",
      EXISTS (SELECT 1 FROM staff_member m, today WHERE m.id = p.id AND (m.left_on IS NULL OR m.left_on >= day)) AS staff,
      EXISTS (SELECT 1 FROM held JOIN role_permission USING (role) WHERE staff_id = p.id
        AND permission IN ('accounts.manage', 'rights.edit', 'regulation.edit')) AS keeper,
      (SELECT string_agg(DISTINCT title, ', ') FROM held WHERE staff_id = p.id) AS title,
      EXISTS (SELECT 1 FROM student WHERE id = p.id) AS student,
      ARRAY(SELECT DISTINCT s.name FROM studies s WHERE s.student_id = p.id ORDER BY 1) AS groups,
      ARRAY(SELECT DISTINCT s.group_id FROM studies s LEFT JOIN raises r ON r.student_id = s.student_id
        WHERE s.student_id = p.id OR r.guardian_id = p.id) AS "groupIds",
      ARRAY(SELECT c.last_name || ' ' || c.first_name FROM raises r JOIN person c ON c.id = r.student_id
        WHERE r.guardian_id = p.id ORDER BY 1) AS children
    FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = ANY(${[...personIds]}::int[])
    ORDER BY p.last_name, p.first_name, p.id`;
}

/** Of these people those to whom the actor may give a password (C-11). */
export async function issuable(actor: Actor, reader: Db, personIds: readonly number[]): Promise<Holder[]> {
  const { credentials } = await regulationOf(actor, reader);
  return (await readHolders(reader, personIds)).filter((holder) => mayIssueTo(actor, holder, credentials));
}
