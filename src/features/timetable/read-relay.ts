import { datesBetween } from '@/domain/calendar/local-date';
import { type CalendarException, studyCalendar } from '@/domain/calendar/school-days';
import type { BusyHour, RelayPlan, StandingLesson } from '@/domain/timetable/relay';
import type { Vacated } from '@/domain/timetable/week-place';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { type ReadPeriod, type ReadSection, readSections } from './read-sections';

type Around = {
  exceptions: CalendarException[];
  spans: { from: LocalDate; to: LocalDate }[];
  moved: { subgroupId: number | null; date: LocalDate; classPeriod: number }[];
  practice: { subgroupId: number | null; date: LocalDate }[];
  hasPast: boolean;
};

export type ReadRelay = {
  plan: RelayPlan;
  sections: ReadSection[] /** Nothing has been laid for the period yet. */;
  fresh: boolean;
};

/**
 * All that laying a group's period anew depends on. Days before today stay as they are, unless the period has no earlier lesson of
 * the group: then its first laying begins with the period.
 */
export async function readRelay(
  db: Db,
  { groupId, period, today }: { groupId: number; period: ReadPeriod; today: LocalDate },
  lessonHours: number,
): Promise<ReadRelay> {
  const sections = await readSections(db, groupId, period);
  const lessons = await readStanding(db, groupId, period.id);
  const around = await readAround(db, groupId, period, today);
  const from = around.hasPast && today > period.startsOn ? today : period.startsOn;
  const entries = await db.$queryRaw<RelayPlan['entries'][number][]>`
    SELECT e.id AS "entryId", e.section_id AS "sectionId", e.weekday::int, e.class_period::int AS "classPeriod", e.parity::text, e.room,
      e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn"
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id
    WHERE c.group_id = ${groupId} AND e.removed_at IS NULL AND e.ends_on >= ${from}::date AND e.starts_on <= ${period.endsOn}::date
    ORDER BY e.weekday, e.class_period, e.id`;
  const teacherIds = [...new Set(sections.flatMap(({ teachers }) => teachers.map(({ teacherId }) => teacherId)))];
  const busy = await db.$queryRaw<BusyHour[]>`
    SELECT teacher_id AS "teacherId", date::text, class_period::int AS "classPeriod", stream_id AS "streamId" FROM lesson
    WHERE teacher_id = ANY (${teacherIds}::int[]) AND group_id <> ${groupId} AND state <> 'cancelled'
      AND date BETWEEN ${from}::date AND ${period.endsOn}::date`;
  const { startsOn, endsOn } = period;
  const calendar = studyCalendar(6, around.exceptions);
  const plan = { startsOn, endsOn, from, calendar, sections, entries, lessons, busy, lessonHours };
  return { plan: { ...plan, vacated: vacatedBy(groupId, around) }, sections, fresh: lessons.length === 0 };
}

/** What is filled, changed by hand or laid outside the week is fixed; that a topic is only planned for a lesson is no entry. */
function readStanding(db: Db, groupId: number, periodId: number): Promise<StandingLesson[]> {
  return db.$queryRaw<StandingLesson[]>`
    SELECT l.id, l.section_id AS "sectionId", l.date::text, l.class_period::int AS "classPeriod", l.room, l.teacher_id AS "teacherId",
      l.timetable_entry_id AS "entryId", l.stream_id AS "streamId", l.hours::int, l.state = 'cancelled' AS cancelled,
      l.state <> 'planned' OR l.entered_at IS NOT NULL OR l.attendance_taken OR l.topic <> '' OR l.homework <> ''
        OR l.timetable_entry_id IS NULL
        OR EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id) OR EXISTS (SELECT 1 FROM attendance_event e WHERE e.lesson_id = l.id)
        OR EXISTS (SELECT 1 FROM individual_homework h WHERE h.lesson_id = l.id) OR EXISTS (SELECT 1 FROM lesson_file f WHERE f.lesson_id = l.id)
        OR EXISTS (SELECT 1 FROM substitution s WHERE s.lesson_id = l.id)
        OR EXISTS (SELECT 1 FROM lesson_change c WHERE l.id IN (c.lesson_id, c.instead_id)) AS fixed
    FROM lesson l WHERE l.group_id = ${groupId} AND l.period_id = ${periodId} ORDER BY l.date, l.class_period, l.id`;
}

async function readAround(db: Db, groupId: number, period: ReadPeriod, today: LocalDate): Promise<Around> {
  const { id, startsOn, endsOn } = period;
  const rows = await db.$queryRaw<{ around: Around }[]>`
    SELECT json_build_object(
      'exceptions', (SELECT coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'followsWeekday', follows_weekday)), '[]')
        FROM calendar_exception WHERE date BETWEEN ${startsOn}::date AND ${endsOn}::date),
      'spans', (SELECT coalesce(json_agg(json_build_object('from', greatest(starts_on, ${startsOn}::date), 'to', least(ends_on, ${endsOn}::date))), '[]')
        FROM study_span WHERE group_id = ${groupId} AND starts_on <= ${endsOn}::date AND ends_on >= ${startsOn}::date),
      'moved', (SELECT coalesce(json_agg(json_build_object('subgroupId', l.subgroup_id, 'date', c.former_date, 'classPeriod', c.former_class_period)), '[]')
        FROM lesson_change c JOIN lesson l ON l.id = c.lesson_id
        WHERE l.group_id = ${groupId} AND l.period_id = ${id} AND c.kind = 'moved' AND c.undone_at IS NULL),
      'practice', (SELECT coalesce(json_agg(json_build_object('subgroupId', l.subgroup_id, 'date', l.date)), '[]')
        FROM lesson l JOIN course_section s ON s.id = l.section_id JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id
        WHERE l.group_id = ${groupId} AND l.period_id = ${id} AND l.timetable_entry_id IS NULL AND l.state <> 'cancelled'
          AND k.kind IN ('educationalPractice', 'internship')),
      'hasPast', EXISTS (SELECT 1 FROM lesson WHERE group_id = ${groupId} AND period_id = ${id} AND date < ${today}::date)) AS around`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.around;
}

/** Days on which the week gives way as a whole, and the hours that moved lessons left. */
function vacatedBy(groupId: number, { spans, moved, practice }: Around): Vacated[] {
  const days = spans.flatMap(({ from, to }) => datesBetween(from, to).map((date) => ({ date, subgroupId: null })));
  return [
    ...[...days, ...practice].map((day) => ({ groupId, ...day, classPeriod: null })),
    ...moved.map((hour) => ({ groupId, ...hour })),
  ];
}
