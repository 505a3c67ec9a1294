import type { LocalDate } from '@/domain/types';
import type { Within } from '@/features/academic-year/next-year/within';
import { relayLessons } from '@/features/timetable/relay-lessons';
import type { Db } from '@/server/db';

/**
 * Lays anew what a change of the calendar touches: every open period, not yet over, of the groups (null: all) that has a week
 * and days in the span. Answers how many groups' periods were laid. @throws Refusal like the laying itself
 */
export async function relayTouched(
  tx: Db,
  act: Within,
  span: { groupIds: readonly number[] | null; from: LocalDate; to: LocalDate; today: LocalDate },
): Promise<number> {
  const { groupIds, from, to, today } = span;
  const places = await tx.$queryRaw<{ groupId: number; periodId: number }[]>`
    SELECT gp.group_id AS "groupId", gp.period_id AS "periodId" FROM group_period gp JOIN academic_period p ON p.id = gp.period_id
    WHERE gp.locked_at IS NULL AND p.kind <> 'year' AND p.starts_on <= ${to}::date AND p.ends_on >= ${from}::date AND p.ends_on >= ${today}::date
      AND (${groupIds === null} OR gp.group_id = ANY (${[...(groupIds ?? [])]}::int[]))
      AND EXISTS (SELECT 1 FROM lesson l WHERE l.group_id = gp.group_id AND l.period_id = gp.period_id)
      AND EXISTS (SELECT 1 FROM timetable_entry e JOIN course_section c ON c.id = e.section_id WHERE c.group_id = gp.group_id
        AND e.removed_at IS NULL AND e.starts_on <= p.ends_on AND e.ends_on >= p.starts_on)
    ORDER BY gp.group_id, gp.period_id`;
  for (const place of places) await act(relayLessons, place);
  return places.length;
}
