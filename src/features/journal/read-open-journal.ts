import type { Actor } from '@/access/actor';
import { sectionScope } from '@/access/scope';
import type { CourseKind } from '@/domain/curriculum/plan';
import type { TaughtHours } from '@/domain/journal/journal-kind';
import type { PersonName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { controlFormLabels } from '@/texts/labels';
import { type JournalRead, journalParts, journalValue, readSaid, type SaidJournal } from './journal-read';

/** What stands above and around a grid; titles of the other journals of the group in the actor's sight. */
export type JournalHeader = {
  groupId: number;
  group: string;
  departmentId: number;
  entryYear: number;
  program: string;
  yearStartsOn: LocalDate;
  index: string;
  course: string;
  courseId: number;
  courseKind: CourseKind;
  /** Hours of the plan's line by which its kind is known. */
  terms: TaughtHours[];
  passFail: boolean;
  subgroup: string | null;
  planApprovedOn: LocalDate | null;
  teachers: PersonName[];
  plans: { periodId: number; plannedHours: number; controlForm: keyof typeof controlFormLabels }[];
  periods: {
    id: number;
    name: string;
    startsOn: LocalDate;
    endsOn: LocalDate;
    locked: boolean;
    regulationId: number | null;
  }[];
  /** The period asked for or that of today; null when the group has not got it. */
  openPeriodId: number | null;
  /** Periods in which this section is open again though the group's period is locked. */
  reopened: number[];
  siblings: { id: number; group: string; title: string }[];
};

/**
 * Header and journal of a period (undefined: that of today, the last one begun, else the first) in one statement; null for a section that is not
 * there or not in the actor's sight (T-022). A period that the group has not got brings an empty journal.
 */
export async function readOpenJournal(
  db: Db,
  actor: Actor,
  sectionId: number,
  periodId: number | undefined,
): Promise<{ header: JournalHeader; read: JournalRead } | null> {
  const { every, sections, groups, departments } = sectionScope(actor);
  const [row] = await db.$queryRaw<{ found: string }[]>`
    WITH seen AS (
      SELECT c.* FROM course_section own JOIN course_section c ON c.group_id = own.group_id AND c.year_id = own.year_id
        JOIN student_group g ON g.id = c.group_id
      WHERE own.id = ${sectionId} AND (${every} OR c.id = ANY (${sections}::int[]) OR c.group_id = ANY (${groups}::int[])
        OR g.department_id = ANY (${departments}::int[]))),
    section AS (SELECT * FROM seen WHERE id = ${sectionId}),
    periods AS (SELECT ap.*, gp.locked_at IS NOT NULL AS locked, gp.regulation_id FROM section
      JOIN group_period gp ON gp.group_id = section.group_id
      JOIN academic_period ap ON ap.id = gp.period_id AND ap.year_id = section.year_id AND ap.kind <> 'year'),
    period AS (SELECT id, starts_on, ends_on FROM periods WHERE ${periodId ?? null}::int IS NULL OR id = ${periodId ?? null}::int
      ORDER BY starts_on > ${actor.today}::date, abs(starts_on - ${actor.today}::date) LIMIT 1),
    ${journalParts}
    SELECT json_build_object('read', ${journalValue}, 'header', json_build_object('groupId', g.id, 'group', g.name,
      'departmentId', g.department_id, 'entryYear', g.entry_year, 'program', sp.code, 'yearStartsOn', y.starts_on,
      'index', i.index, 'course', k.name, 'courseId', k.id, 'courseKind', k.kind,
      'terms', (SELECT coalesce(json_agg(json_build_object('hours', hours, 'practical', practical, 'laboratory', laboratory)), '[]')
        FROM curriculum_term WHERE item_id = i.id), 'passFail', i.pass_fail, 'subgroup', sub.name, 'planApprovedOn', w.approved_on,
      'teachers', (SELECT coalesce(json_agg(json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)
          ORDER BY t.starts_on, t.id), '[]') FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id
        WHERE t.section_id = c.id AND (t.ends_on IS NULL OR t.ends_on >= ${actor.today}::date)),
      'plans', (SELECT coalesce(json_agg(json_build_object('periodId', period_id, 'plannedHours', planned_hours, 'controlForm', control_form)), '[]')
        FROM section_period WHERE section_id = c.id),
      'periods', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'startsOn', starts_on, 'endsOn', ends_on,
          'locked', locked, 'regulationId', regulation_id) ORDER BY starts_on), '[]') FROM periods),
      'openPeriodId', (SELECT id FROM period),
      'reopened', (SELECT coalesce(json_agg(r.period_id), '[]') FROM section_reopening r
        WHERE r.section_id = c.id AND r.open_until > ${actor.now} AND y.closed_at IS NULL),
      'siblings', (SELECT json_agg(json_build_object('id', s.id, 'group', g.name, 'title', si.index || ' ' || sk.name || coalesce(', ' || ss.name, '')))
        FROM seen s JOIN curriculum_item si ON si.id = s.item_id JOIN course sk ON sk.id = si.course_id LEFT JOIN subgroup ss ON ss.id = s.subgroup_id)
    ))::text AS found
    FROM section c JOIN student_group g ON g.id = c.group_id JOIN academic_year y ON y.id = c.year_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN curriculum cu ON cu.id = g.curriculum_id
      JOIN study_program sp ON sp.id = cu.program_id LEFT JOIN subgroup sub ON sub.id = c.subgroup_id LEFT JOIN scheme_of_work w ON w.id = c.scheme_id`;
  if (!row) return null;
  const { header, read } = JSON.parse(row.found) as { header: JournalHeader; read: SaidJournal };
  return { header, read: readSaid(read) };
}
