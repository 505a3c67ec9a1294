import type { PersonName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

/** A note with its people; moments in seconds since 1970. */
export type ReadNote = {
  id: number;
  groupId: number;
  studentId: number;
  student: PersonName;
  startsOn: LocalDate;
  endsOn: LocalDate;
  firstPeriod: number | null;
  lastPeriod: number | null;
  kind: string;
  text: string;
  document: boolean;
  authorId: number;
  author: PersonName;
  /** What the author is to the student: «мать»; null for the curator. */
  relation: string | null;
  createdAt: number;
  state: 'sent' | 'accepted' | 'declined' | 'withdrawn';
  reason: string | null;
  reply: string;
  decider: PersonName | null;
  decidedAt: number | null;
  openLessons: number;
};

export type NotesQuery = {
  groups: number[] | null;
  student: number | null;
  /** Only notes that speak of this day. */
  date: LocalDate | null;
  since: LocalDate;
  today: LocalDate;
  /** Codes that say nothing of a reason. */
  openReasons: string[];
};

/** Notes of groups or of a student, newest first, each with its absences that lack a reason. */
export function readNotes(
  db: Db,
  { groups, student, date, since, today, openReasons }: NotesQuery,
): Promise<ReadNote[]> {
  return db.$queryRaw<ReadNote[]>`
    SELECT n.id, n.group_id AS "groupId", n.student_id AS "studentId", n.starts_on::text AS "startsOn", n.ends_on::text AS "endsOn",
      n.first_period AS "firstPeriod", n.last_period AS "lastPeriod", n.kind, n.text, n.document, g.relation,
      n.author_id AS "authorId",
      n.state::text AS state, n.reason, n.reply, extract(epoch FROM n.created_at)::float8 AS "createdAt",
      extract(epoch FROM n.decided_at)::float8 AS "decidedAt",
      json_build_object('lastName', s.last_name, 'firstName', s.first_name, 'middleName', s.middle_name) AS student,
      json_build_object('lastName', a.last_name, 'firstName', a.first_name, 'middleName', a.middle_name) AS author,
      CASE WHEN d.id IS NOT NULL THEN json_build_object('lastName', d.last_name, 'firstName', d.first_name,
        'middleName', d.middle_name) END AS decider,
      (SELECT count(*)::int FROM lesson l JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.student_id = n.student_id
        JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id AND gp.locked_at IS NULL
        WHERE l.group_id = n.group_id AND l.state <> 'cancelled' AND l.date BETWEEN n.starts_on AND least(n.ends_on, ${today}::date)
          AND (n.first_period IS NULL OR l.class_period BETWEEN n.first_period AND n.last_period)
          AND ev.presence = 'absent' AND (ev.reason IS NULL OR ev.reason = ANY (${openReasons}::text[]))) AS "openLessons"
    FROM absence_note n JOIN person s ON s.id = n.student_id JOIN person a ON a.id = n.author_id
      LEFT JOIN person d ON d.id = n.decided_by_id
      LEFT JOIN guardianship g ON g.guardian_id = n.author_id AND g.student_id = n.student_id
    WHERE (${groups}::int[] IS NULL OR n.group_id = ANY (${groups}::int[])) AND (${student}::int IS NULL OR n.student_id = ${student}::int)
      AND (${date}::date IS NULL OR ${date}::date BETWEEN n.starts_on AND n.ends_on) AND n.ends_on >= ${since}::date
    ORDER BY n.created_at DESC, n.id DESC LIMIT 200`;
}
