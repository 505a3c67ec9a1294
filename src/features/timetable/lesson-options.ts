import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import type { LessonsView, TimetableMode } from './lessons-view';

export type TimetableOptions = Readonly<Record<TimetableMode, LessonsView['options']>>;

/** Groups, teachers and rooms that have a timetable in a year that is open. */
export async function optionsOf(): Promise<TimetableOptions> {
  const [row] = await db().$queryRaw<{ groups: Row[]; teachers: Row[]; rooms: string[] }[]>`
    WITH s AS (SELECT c.id, c.group_id FROM course_section c JOIN academic_year y ON y.id = c.year_id WHERE y.closed_at IS NULL)
    SELECT (SELECT coalesce(json_agg(json_build_object('value', g.id::text, 'label', g.name)), '[]') FROM student_group g
        WHERE g.id IN (SELECT group_id FROM s)) AS groups,
      (SELECT coalesce(json_agg(json_build_object('value', p.id::text, 'label', p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, ''))), '[]')
        FROM person p WHERE p.id IN (SELECT t.teacher_id FROM teaching_assignment t JOIN s ON s.id = t.section_id)) AS teachers,
      (SELECT coalesce(json_agg(name), '[]') FROM room) AS rooms`;
  const sorted = (rows: readonly Row[]) => [...rows].sort((one, other) => compareTitles(one.label, other.label));
  return {
    group: sorted(row?.groups ?? []),
    teacher: sorted(row?.teachers ?? []),
    room: sorted((row?.rooms ?? []).map((name) => ({ value: name, label: name }))),
    day: [],
  };
}

type Row = { value: string; label: string };
