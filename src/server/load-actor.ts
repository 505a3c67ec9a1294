import type { Actor, SignIn, SubstitutedLesson } from '@/access/actor';
import type { Permission, Role } from '@/access/permissions';
import { isAccessOpen } from '@/domain/deadlines/access-window';
import { editWindow, windowState } from '@/domain/deadlines/edit-window';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { type Db, db } from './db';
import { regulationVersion } from './regulation';

type ActorRow = SignIn & {
  sessionId: number;
  seenSecondsAgo: number;
  personId: number;
  name: string;
  mustChange: boolean;
  now: Date;
  today: LocalDate;
  timeZone: string;
  roles: Role[];
  permissions: Permission[];
  regulationId: number;
  teaches: number[];
  substitutes: SubstitutedLesson[];
  curates: number[];
  departments: number[];
  children: number[];
  isStudent: boolean;
  works: { startsAt: string; endsAt: string; note: string } | null;
};

/**
 * The live session's actor, or null: unknown, ended, idle too long, of a blocked account or outside the hours of the profile
 * (R-012; whoever keeps the regulation is never shut out). Everything is read from the
 * database, so that a block, a change of role or of load holds from the next request on (T-006).
 */
export async function loadActor(tokenHash: Uint8Array): Promise<Actor | null> {
  const row = await readActor(db(), tokenHash);
  if (!row) return null;
  const regulation = await regulationVersion(row.regulationId);
  const permissions = permissionsUnder(regulation, row);
  if (!permissions.has('regulation.edit') && !isAccessOpen(regulation.accessWindow, row.now, row.timeZone)) return null;
  if (row.seenSecondsAgo > 60) await touchSession(row.sessionId);
  return {
    kind: 'person',
    personId: row.personId,
    sessionId: row.sessionId,
    name: row.name,
    mustChange: row.mustChange,
    roles: row.roles,
    permissions,
    teaches: row.teaches,
    substitutes: row.substitutes.filter((lesson) => stillOpen(lesson, row, regulation)),
    curates: row.curates,
    departments: row.departments,
    children: row.children,
    studentId: row.isStudent ? row.personId : null,
    now: row.now,
    today: row.today,
    timeZone: row.timeZone,
    regulationId: row.regulationId,
    works: row.works && { ...row.works, startsAt: new Date(row.works.startsAt), endsAt: new Date(row.works.endsAt) },
    signIn: {
      passwordAt: row.passwordAt,
      idleSeconds: row.idleSeconds,
      expiresAt: row.expiresAt,
      shared: row.shared,
      strangeDevice: row.strangeDevice,
    },
  };
}

/** Where the profile keeps the cabinets of students and parents closed, nobody holds a function of theirs (R-015, C-10). */
function permissionsUnder({ diary }: Regulation, { permissions }: ActorRow): Set<Permission> {
  const cabinets: readonly Permission[] = ['diary.viewOwn', 'diary.viewChild'];
  return new Set(diary.open ? permissions : permissions.filter((permission) => !cabinets.includes(permission)));
}

/** A substitute's right ends with the window of the lesson's own date (C-24, T-030). */
function stillOpen(lesson: SubstitutedLesson, { now, timeZone }: ActorRow, regulation: Regulation): boolean {
  const window = editWindow({ kind: 'lesson', by: 'substitute', lessonDate: lesson.date }, regulation, timeZone);
  return windowState(window, now) !== 'closed';
}

async function touchSession(id: number): Promise<void> {
  await db().$executeRaw`UPDATE session SET last_seen_at = app_now() WHERE id = ${id}`;
}

/**
 * Who has left the institution works nowhere in it, whatever load and positions still say (T-006). An adult's parents see the diary only by the
 * student's own consent; a minor's always (G-11, T-030).
 */
async function readActor(client: Db, tokenHash: Uint8Array): Promise<ActorRow | null> {
  const rows = await client.$queryRaw<ActorRow[]>`
    WITH clock AS (
      SELECT c.now, i.time_zone, (c.now AT TIME ZONE i.time_zone)::date AS today
      FROM institution i, (SELECT app_now() AS now) c),
    me AS (
      SELECT s.id AS session_id, s.last_seen_at, s.password_at, s.idle_seconds, s.expires_at, s.shared,
        a.security_seen_at, a.person_id, a.must_change, p.last_name, p.first_name, p.middle_name, clock.*
      FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id, clock
      WHERE s.token_hash = ${tokenHash} AND s.ended_at IS NULL AND a.blocked_at IS NULL AND s.expires_at > clock.now
        AND s.last_seen_at + make_interval(secs => s.idle_seconds) > clock.now),
    works AS (SELECT me.* FROM me JOIN staff_member f ON f.id = me.person_id AND (f.left_on IS NULL OR f.left_on >= me.today)),
    taught AS (SELECT DISTINCT section_id FROM teaching_assignment, works AS me
      WHERE teacher_id = me.person_id AND starts_on <= me.today AND (ends_on IS NULL OR ends_on >= me.today)),
    curated AS (SELECT DISTINCT group_id FROM curatorship, works AS me
      WHERE staff_id = me.person_id AND starts_on <= me.today AND (ends_on IS NULL OR ends_on >= me.today)),
    held AS (SELECT role, department_id FROM staff_position, works AS me
      WHERE staff_id = me.person_id AND starts_on <= me.today AND (ends_on IS NULL OR ends_on >= me.today)),
    kids AS (SELECT g.student_id FROM guardianship g JOIN person c ON c.id = g.student_id, me
      WHERE g.guardian_id = me.person_id AND g.starts_on <= me.today AND (g.ends_on IS NULL OR g.ends_on >= me.today)
        AND (c.birth_date > (me.today - interval '18 years')::date OR coalesce(
          (SELECT d.allowed FROM parent_access_decision d WHERE d.student_id = g.student_id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false))),
    acting AS (SELECT role FROM held UNION SELECT 'teacher'::role WHERE EXISTS (SELECT 1 FROM taught)
      UNION SELECT 'curator'::role WHERE EXISTS (SELECT 1 FROM curated)
      UNION SELECT 'student'::role FROM student st, me WHERE st.id = me.person_id
      UNION SELECT 'parent'::role FROM guardianship g, me WHERE g.guardian_id = me.person_id)
    SELECT session_id AS "sessionId", extract(epoch FROM now - last_seen_at)::float8 AS "seenSecondsAgo", person_id AS "personId",
      last_name || ' ' || left(first_name, 1) || '.' || coalesce(' ' || left(middle_name, 1) || '.', '') AS name,
      must_change AS "mustChange", password_at AS "passwordAt", idle_seconds AS "idleSeconds", expires_at AS "expiresAt", shared,
      EXISTS (SELECT 1 FROM security_event e WHERE e.person_id = me.person_id AND e.kind = 'newDevice' AND e.session_id <> me.session_id
        AND e.at > coalesce(me.security_seen_at, '-infinity')) AS "strangeDevice", now, today::text AS today, time_zone AS "timeZone",
      ARRAY(SELECT role::text FROM acting ORDER BY acting.role) AS roles,
      ARRAY(SELECT DISTINCT permission FROM role_permission JOIN acting USING (role)) AS permissions,
      (SELECT r.id FROM regulation_version r WHERE r.valid_from <= today ORDER BY r.valid_from DESC LIMIT 1) AS "regulationId",
      (SELECT json_build_object('startsAt', w.starts_at, 'endsAt', w.ends_at, 'note', w.note) FROM technical_works w
        WHERE w.cancelled_at IS NULL AND w.ends_at > me.now AND w.starts_at < me.now + interval '7 days' ORDER BY w.starts_at LIMIT 1) AS works,
      ARRAY(SELECT section_id FROM taught) AS teaches,
      coalesce((SELECT json_agg(json_build_object('lessonId', l.id, 'sectionId', l.section_id, 'date', l.date::text))
        FROM substitution x JOIN lesson l ON l.id = x.lesson_id
        WHERE l.teacher_id IN (SELECT person_id FROM works) AND l.state <> 'cancelled' AND l.date > me.today - 60), '[]'::json) AS substitutes,
      ARRAY(SELECT group_id FROM curated) AS curates,
      ARRAY(SELECT DISTINCT department_id FROM held WHERE department_id IS NOT NULL) AS departments,
      ARRAY(SELECT student_id FROM kids) AS children,
      EXISTS (SELECT 1 FROM student st WHERE st.id = me.person_id) AS "isStudent"
    FROM me`;
  return rows[0] ?? null;
}
