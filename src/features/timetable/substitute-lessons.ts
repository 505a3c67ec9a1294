import { z } from 'zod';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';

const substitution = z.strictObject({
  lessonId: idField,
  teacherId: idField,
  reason: nameField(200),
  orderNumber: nameField(40),
  orderedOn: dateField,
});
const input = z.strictObject({ substitutions: z.array(substitution).min(1).max(500) });
type Input = z.output<typeof input>;

/**
 * Gives lessons to substitutes (R-044, R-045, C-24): from then on the substitute fills them, within their own window. A
 * lesson that has been filled keeps its teacher. @throws Refusal NOT_FOUND, IN_USE, PERIOD_LOCKED
 */
export const substituteLessons = defineCommand({
  name: 'timetable.substitute-lessons',
  permission: 'substitution.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, input: { substitutions } }) => {
    const rows = await tx.$queryRaw<{ id: number; absent: number }[]>`
      WITH wanted AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(substitutions)}::jsonb) AS w("lessonId" int, "teacherId" int,
          reason text, "orderNumber" text, "orderedOn" date)),
      open AS (
        SELECT l.id, l.teacher_id AS absent FROM lesson l JOIN wanted w ON w."lessonId" = l.id
        WHERE l.state = 'planned' AND l.teacher_id <> w."teacherId" AND NOT EXISTS (
          SELECT 1 FROM assignment a JOIN mark m ON m.assignment_id = a.id WHERE a.lesson_id = l.id AND m.value IS NOT NULL)
        ORDER BY l.id FOR UPDATE OF l),
      given AS (
        UPDATE lesson l SET teacher_id = w."teacherId" FROM wanted w JOIN open o ON o.id = w."lessonId" WHERE l.id = o.id),
      noted AS (
        INSERT INTO substitution (lesson_id, absent_teacher_id, reason, order_number, ordered_on)
        SELECT o.id, o.absent, w.reason, w."orderNumber", w."orderedOn" FROM wanted w JOIN open o ON o.id = w."lessonId")
      SELECT id, absent FROM open`;
    if (rows.length < substitutions.length)
      throw new Refusal('IN_USE', { detail: 'занятие уже проведено или заменено' });
    const absent = new Map(rows.map((row) => [row.id, row.absent]));
    const steps = substitutions.map(({ lessonId, teacherId, reason, orderNumber }): AuditStep => {
      const before = String(absent.get(lessonId) ?? '');
      const after = `${teacherId} (${reason}, ${orderNumber})`;
      return { entity: 'lesson', field: 'teacher_id', lessonId, recordId: lessonId, before, after };
    });
    return { result: { given: rows.length }, audit: { object: 'timetable', objectId: null, steps } };
  },
});

async function touchedPeriods({ tx, input: { substitutions } }: RunArgs<Input>): Promise<PeriodKey[]> {
  const ids = substitutions.map(({ lessonId }) => lessonId);
  const lessons = await tx.lesson.findMany({
    where: { id: { in: ids } },
    select: { groupId: true, periodId: true, sectionId: true },
  });
  if (lessons.length < new Set(ids).size) throw new Refusal('NOT_FOUND');
  return lessons;
}
