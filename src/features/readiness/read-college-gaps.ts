import type { LocalDate } from '@/domain/types';
import { vacantDuties } from '@/features/structure/usual-duties';
import type { Db } from '@/server/db';
import type { Gap } from './readiness-view';

type Year = { id: number; startsOn: LocalDate; endsOn: LocalDate };

/** Calendar, bells and rooms of a year. */
export async function readCalendarGaps(
  db: Db,
  { id }: Year,
): Promise<Record<'periods' | 'days' | 'bells' | 'rooms', Gap>> {
  const [row] = await db.$queryRaw<
    { periods: number; days: number; bells: number; rooms: number; strange: string[] }[]
  >`
    SELECT (SELECT count(*)::int FROM academic_period WHERE year_id = ${id}) AS periods,
      (SELECT count(*)::int FROM calendar_exception WHERE year_id = ${id} AND kind = 'holiday') AS days,
      (SELECT count(*)::int FROM class_period c JOIN bell_schedule b ON b.id = c.schedule_id AND b.is_default) AS bells,
      (SELECT count(*)::int FROM room WHERE closed_on IS NULL) AS rooms,
      ARRAY(SELECT DISTINCT e.room FROM timetable_entry e JOIN course_section c ON c.id = e.section_id AND c.year_id = ${id}
        WHERE e.removed_at IS NULL AND e.room <> '' AND NOT EXISTS (SELECT 1 FROM room r WHERE r.name = e.room) ORDER BY 1) AS strange`;
  const { periods = 0, days = 0, bells = 0, rooms = 0, strange = [] } = row ?? {};
  const some = (count: number, word: string): Gap => ({
    total: Math.max(count, 1),
    missing: count === 0 ? [word] : [],
  });
  return {
    periods: some(periods, 'учебный год'),
    days: some(days, 'учебный год'),
    bells: some(bells, 'обычный день'),
    rooms: { total: rooms + strange.length, missing: rooms === 0 ? ['все кабинеты'] : strange },
  };
}

/** Responsible persons, accounts and training of the staff on a day. */
export async function readStaffGaps(
  db: Db,
  today: LocalDate,
): Promise<Record<'duties' | 'staffAccounts' | 'training', Gap>> {
  const duties = await db.$queryRaw<{ duty: string }[]>`
    SELECT duty FROM responsibility WHERE starts_on <= ${today}::date AND (ends_on IS NULL OR ends_on >= ${today}::date)`;
  const vacant = vacantDuties(duties.map(({ duty }) => duty));
  const staff = await db.$queryRaw<{ name: string; account: boolean; keeps: boolean; trained: boolean }[]>`
    SELECT p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') AS name,
      EXISTS (SELECT 1 FROM account a WHERE a.person_id = m.id) AS account,
      EXISTS (SELECT 1 FROM staff_position s WHERE s.staff_id = m.id AND s.role IN ('teacher', 'curator') AND s.starts_on <= ${today}::date
        AND (s.ends_on IS NULL OR s.ends_on >= ${today}::date)) AS keeps,
      EXISTS (SELECT 1 FROM training_record t WHERE t.staff_id = m.id) AS trained
    FROM staff_member m JOIN person p ON p.id = m.id
    WHERE m.hired_on <= ${today}::date AND (m.left_on IS NULL OR m.left_on >= ${today}::date) ORDER BY p.last_name, p.first_name`;
  const keepers = staff.filter(({ keeps }) => keeps);
  const named = (rows: typeof staff) => rows.map(({ name }) => name);
  return {
    duties: { total: Math.max(duties.length + vacant.length, 1), missing: vacant },
    staffAccounts: { total: staff.length, missing: named(staff.filter(({ account }) => !account)) },
    training: { total: keepers.length, missing: named(keepers.filter(({ trained }) => !trained)) },
  };
}
