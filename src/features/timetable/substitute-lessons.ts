import { z } from 'zod';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import { publishNotices } from '@/features/notices/publish-notices';
import { periodsOfLessons } from '@/features/substitutions/lock-lesson';
import { substitutionNotices } from '@/features/substitutions/substitution-notices';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';
import { holdTimetable } from './hold-timetable';

const substitution = z.strictObject({
  lessonId: idField,
  teacherId: idField,
  reason: nameField(200),
  /** Empty while the order is not there yet. */
  orderNumber: z.string().trim().max(40),
  orderedOn: dateField,
});
const input = z.strictObject({ substitutions: z.array(substitution).min(1).max(500) });
type Input = z.output<typeof input>;

/**
 * Gives lessons to substitutes (R-044, R-045, C-24): from then on the substitute fills them, within their own window. A
 * lesson that has been filled keeps its teacher. Who is concerned by a lesson ahead is told.
 * @throws Refusal NOT_FOUND, TIMETABLE_CHANGED, CLASH, PERIOD_LOCKED
 */
export const substituteLessons = defineCommand({
  name: 'timetable.substitute-lessons',
  permission: 'substitution.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, actor, now, input: { substitutions } }) => {
    await holdTimetable(tx);
    await assertThere(tx, substitutions);
    await assertFree(tx, substitutions);
    const rows = await tx.$queryRaw<{ id: number; absent: number }[]>`
      WITH wanted AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(substitutions)}::jsonb) AS w("lessonId" int, "teacherId" int,
          reason text, "orderNumber" text, "orderedOn" date)),
      open AS (
        SELECT l.id, l.teacher_id AS absent FROM lesson l JOIN wanted w ON w."lessonId" = l.id
        WHERE l.state = 'planned' AND l.teacher_id <> w."teacherId" AND NOT EXISTS (SELECT 1 FROM substitution s WHERE s.lesson_id = l.id)
          AND NOT EXISTS (
          SELECT 1 FROM assignment a JOIN mark m ON m.assignment_id = a.id WHERE a.lesson_id = l.id AND m.value IS NOT NULL)
        ORDER BY l.id FOR UPDATE OF l),
      given AS (
        UPDATE lesson l SET teacher_id = w."teacherId" FROM wanted w JOIN open o ON o.id = w."lessonId" WHERE l.id = o.id),
      noted AS (
        INSERT INTO substitution (lesson_id, absent_teacher_id, reason, order_number, ordered_on)
        SELECT o.id, o.absent, w.reason, w."orderNumber", w."orderedOn" FROM wanted w JOIN open o ON o.id = w."lessonId")
      SELECT id, absent FROM open`;
    if (rows.length < substitutions.length)
      throw new Refusal('TIMETABLE_CHANGED', { detail: 'занятие проведено или его уже заменили' });
    const absent = new Map(rows.map((row) => [row.id, row.absent]));
    const steps = substitutions.map(({ lessonId, teacherId, reason, orderNumber }): AuditStep => {
      const before = String(absent.get(lessonId) ?? '');
      const after = `${teacherId} (${reason}, ${orderNumber})`;
      return { entity: 'lesson', field: 'teacher_id', lessonId, recordId: lessonId, before, after };
    });
    const told = await substitutionNotices(tx, [...absent.keys()], absent, actor.today);
    steps.push(...(await publishNotices(tx, told, { by: actor.personId, at: now })));
    return { result: { given: rows.length }, audit: { object: 'timetable', objectId: null, steps } };
  },
});

/** @throws Refusal CLASH for a substitute who is away on the day, or has left */
async function assertThere(tx: Db, substitutions: Input['substitutions']): Promise<void> {
  const [away] = await tx.$queryRaw<{ date: string }[]>`
    SELECT l.date::text FROM jsonb_to_recordset(${JSON.stringify(substitutions)}::jsonb) AS w("lessonId" int, "teacherId" int)
      JOIN lesson l ON l.id = w."lessonId" JOIN staff_member f ON f.id = w."teacherId"
    WHERE f.left_on < l.date OR EXISTS (SELECT 1 FROM staff_absence a WHERE a.staff_id = f.id AND a.withdrawn_at IS NULL
      AND l.date BETWEEN a.starts_on AND a.ends_on) LIMIT 1`;
  if (away) throw new Refusal('CLASH', { detail: `${fullDate(away.date)} замещающий сам отсутствует` });
}

/** @throws Refusal CLASH naming the hour at which the substitute has a lesson already */
async function assertFree(tx: Db, substitutions: Input['substitutions']): Promise<void> {
  const [busy] = await tx.$queryRaw<{ date: string; classPeriod: number; group: string }[]>`
    SELECT o.date::text, o.class_period::int AS "classPeriod", g.name AS group
    FROM jsonb_to_recordset(${JSON.stringify(substitutions)}::jsonb) AS w("lessonId" int, "teacherId" int) JOIN lesson l ON l.id = w."lessonId"
      JOIN lesson o ON o.teacher_id = w."teacherId" AND o.date = l.date AND o.class_period = l.class_period AND o.id <> l.id
        AND o.state <> 'cancelled' AND (l.stream_id IS NULL OR o.stream_id IS DISTINCT FROM l.stream_id)
      JOIN student_group g ON g.id = o.group_id LIMIT 1`;
  if (!busy) return;
  const when = `${fullDate(busy.date)}, ${busy.classPeriod}-я пара`;
  throw new Refusal('CLASH', { detail: `${when}: у замещающего занятие в группе ${busy.group}` });
}

async function touchedPeriods({ tx, input: { substitutions } }: RunArgs<Input>): Promise<PeriodKey[]> {
  return periodsOfLessons(
    tx,
    substitutions.map(({ lessonId }) => lessonId),
  );
}
