import type { LocalDate } from '@/domain/types';
import { withdrawLessons } from '@/features/timetable/write-lessons';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';

type Days = { groupIds: readonly number[] | null; dates: readonly LocalDate[] };
type Standing = { id: number; date: LocalDate; group: string; filled: boolean; changed: boolean };

/**
 * Makes days free of lessons: those that nobody has filled go. A filled one refuses it, because what happened cannot un-happen by
 * a calendar; so does one that a dispatcher has changed for the day. @throws Refusal INVALID with the first of them
 */
export async function freeDays(tx: Db, { groupIds, dates }: Days): Promise<AuditStep[]> {
  const lessons = await tx.$queryRaw<Standing[]>`
    SELECT l.id, l.date::text, g.name AS "group", l.state = 'held' OR l.entered_at IS NOT NULL OR l.attendance_taken OR l.topic <> '' OR l.homework <> ''
      OR EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id) OR EXISTS (SELECT 1 FROM attendance_event e WHERE e.lesson_id = l.id)
      OR EXISTS (SELECT 1 FROM individual_homework h WHERE h.lesson_id = l.id) OR EXISTS (SELECT 1 FROM lesson_file f WHERE f.lesson_id = l.id) AS filled,
      EXISTS (SELECT 1 FROM substitution s WHERE s.lesson_id = l.id) OR EXISTS (SELECT 1 FROM lesson_change c WHERE l.id IN (c.lesson_id, c.instead_id)) AS changed
    FROM lesson l JOIN student_group g ON g.id = l.group_id
    WHERE l.date = ANY (${[...dates]}::date[]) AND l.state <> 'cancelled'
      AND (${groupIds === null} OR l.group_id = ANY (${[...(groupIds ?? [])]}::int[]))
    ORDER BY l.date, g.name, l.id FOR UPDATE OF l`;
  const filled = lessons.filter((lesson) => lesson.filled);
  const [first] = filled;
  if (first) {
    const many = counted(filled.length, 'занятие заполнено', 'занятия заполнены', 'занятий заполнено');
    throw new Refusal('INVALID', {
      detail: `${many}, первое – ${first.group}, ${fullDate(first.date)}: такой день не освободить`,
    });
  }
  const changed = lessons.find((lesson) => lesson.changed);
  if (changed) {
    const where = `${changed.group}, ${fullDate(changed.date)}`;
    throw new Refusal('INVALID', { detail: `сначала отмените замену или перенос занятия: ${where}` });
  }
  return withdrawLessons(
    tx,
    lessons.map(({ id }) => id),
  );
}
