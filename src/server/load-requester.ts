import type { Actor } from '@/access/actor';
import type { Permission, Role } from '@/access/permissions';
import type { LocalDate } from '@/domain/types';
import { db } from './db';

type Row = {
  name: string;
  now: Date;
  today: LocalDate;
  timeZone: string;
  roles: Role[];
  permissions: Permission[];
  curates: number[];
  departments: number[];
};

/**
 * Somebody in whose name a background job works on without a session: the positions held and groups curated now, so that a right
 * taken away ends the job too. Null when the account is blocked or there is none.
 */
export async function loadRequester(personId: number): Promise<Actor | null> {
  const [row] = await db().$queryRaw<Row[]>`
    WITH clock AS (
      SELECT c.now, i.time_zone, (c.now AT TIME ZONE i.time_zone)::date AS today FROM institution i, (SELECT app_now() AS now) c),
    works AS (SELECT f.id FROM staff_member f, clock WHERE f.id = ${personId} AND (f.left_on IS NULL OR f.left_on >= today)),
    held AS (SELECT role, department_id FROM staff_position, clock
      WHERE staff_id IN (SELECT id FROM works) AND starts_on <= today AND (ends_on IS NULL OR ends_on >= today)),
    curated AS (SELECT DISTINCT group_id FROM curatorship, clock
      WHERE staff_id IN (SELECT id FROM works) AND starts_on <= today AND (ends_on IS NULL OR ends_on >= today)),
    acting AS (SELECT role FROM held UNION SELECT 'curator'::role WHERE EXISTS (SELECT 1 FROM curated))
    SELECT last_name || ' ' || left(first_name, 1) || '.' || coalesce(' ' || left(middle_name, 1) || '.', '') AS name, now,
      today::text AS today, time_zone AS "timeZone", ARRAY(SELECT role::text FROM acting ORDER BY acting.role) AS roles,
      ARRAY(SELECT DISTINCT permission FROM role_permission JOIN acting USING (role)) AS permissions,
      ARRAY(SELECT group_id FROM curated) AS curates,
      ARRAY(SELECT DISTINCT department_id FROM held WHERE department_id IS NOT NULL) AS departments
    FROM person p JOIN account a ON a.person_id = p.id, clock WHERE p.id = ${personId} AND a.blocked_at IS NULL`;
  if (!row) return null;
  const { permissions, ...rest } = row;
  return {
    ...{ ...rest, kind: 'person', personId, sessionId: null, mustChange: false, permissions: new Set(permissions) },
    ...{ teaches: [], substitutes: [], children: [], studentId: null },
  };
}
