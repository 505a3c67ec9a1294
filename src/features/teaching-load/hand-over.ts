import type { LocalDate } from '@/domain/types';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { shortDate } from '@/texts/format';

type Clash = { date: LocalDate; classPeriod: number; group: string };
type Handed = { id: number; before: number };

export type HandOver = { sectionIds: readonly number[]; from: LocalDate; to: number };

/**
 * Gives the journals' lessons from a day on to another teacher: those that nobody has entered yet and that are not given to a
 * substitute. @throws Refusal DUPLICATE with the hours at which the teacher is elsewhere
 */
export async function handOverLessons(tx: Db, { sectionIds, from, to }: HandOver): Promise<AuditStep[]> {
  const clashes = await tx.$queryRaw<Clash[]>`
    SELECT DISTINCT l.date::text AS date, l.class_period AS "classPeriod", g.name AS group FROM lesson l
      JOIN lesson o ON o.teacher_id = ${to} AND o.date = l.date AND o.class_period = l.class_period AND o.state <> 'cancelled'
        AND NOT o.section_id = ANY (${sectionIds}::int[]) AND (l.stream_id IS NULL OR o.stream_id IS DISTINCT FROM l.stream_id)
      JOIN student_group g ON g.id = o.group_id
    WHERE l.section_id = ANY (${sectionIds}::int[]) AND l.date >= ${from}::date AND l.state = 'planned' AND l.entered_at IS NULL
      AND l.teacher_id <> ${to} AND NOT EXISTS (SELECT 1 FROM substitution x WHERE x.lesson_id = l.id) ORDER BY 1, 2 LIMIT 4`;
  if (clashes.length > 0) throw new Refusal('DUPLICATE', { detail: clashWords(clashes) });
  const rows = await tx.$queryRaw<Handed[]>`
    WITH own AS (
      SELECT l.id, l.teacher_id AS before FROM lesson l
      WHERE l.section_id = ANY (${sectionIds}::int[]) AND l.date >= ${from}::date AND l.state = 'planned' AND l.entered_at IS NULL
        AND l.teacher_id <> ${to} AND NOT EXISTS (SELECT 1 FROM substitution x WHERE x.lesson_id = l.id)
      ORDER BY l.id FOR UPDATE OF l),
    given AS (UPDATE lesson l SET teacher_id = ${to} FROM own WHERE own.id = l.id)
    SELECT id, before FROM own`;
  return rows.map(({ id, before }) => ({
    ...{ entity: 'lesson', field: 'teacher_id', lessonId: id, recordId: id },
    ...{ before: String(before), after: String(to) },
  }));
}

function clashWords(clashes: readonly Clash[]): string {
  const places = clashes
    .slice(0, 3)
    .map(({ date, classPeriod, group }) => `${shortDate(date)}, ${classPeriod} пара, ${group}`);
  return `преподаватель в это время занят: ${places.join('; ')}${clashes.length > 3 ? ' и дальше' : ''}`;
}

/** Works there on all the days. @throws Refusal INVALID with the name of the one who does not */
export async function assertEmployed(
  tx: Db,
  teachers: readonly { teacherId: number; from: LocalDate }[],
): Promise<void> {
  const [stranger] = await tx.$queryRaw<{ name: string | null }[]>`
    SELECT p.last_name || ' ' || p.first_name AS name FROM jsonb_to_recordset(${JSON.stringify(teachers)}::jsonb) AS t("teacherId" int, "from" date)
      LEFT JOIN staff_member m ON m.id = t."teacherId" LEFT JOIN person p ON p.id = m.id
    WHERE m.id IS NULL OR m.left_on < t."from" LIMIT 1`;
  if (!stranger) return;
  if (stranger.name === null) throw new Refusal('NOT_FOUND');
  throw new Refusal('INVALID', {
    fields: ['преподаватель'],
    detail: `${stranger.name} с этого дня в колледже не работает`,
  });
}
