import { z } from 'zod';
import { dateField, idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { holdTimetable } from './hold-timetable';
import { readGroupPeriod } from './read-sections';
import { withdrawLessons } from './write-lessons';

const input = z.strictObject({
  groupId: idField,
  periodId: idField,
  sectionId: idField,
  from: dateField,
  to: dateField,
});

/** Takes away days of practice or session that nobody has filled; days with entries stay. @throws Refusal NOT_FOUND, LESSON_FILLED, PERIOD_LOCKED */
export const withdrawDays = defineCommand({
  name: 'timetable.withdraw-days',
  permission: 'timetable.enter',
  input,
  period: async ({ input: { groupId, periodId, sectionId } }) => [{ groupId, periodId, sectionId }],
  run: async ({ tx, actor, input: { groupId, periodId, sectionId, from, to } }) => {
    await holdTimetable(tx);
    const period = await readGroupPeriod(tx, groupId, periodId);
    if (!period) throw new Refusal('NOT_FOUND');
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT l.id FROM lesson l WHERE l.group_id = ${groupId} AND l.period_id = ${periodId} AND l.section_id = ${sectionId}
        AND l.timetable_entry_id IS NULL AND l.date BETWEEN ${from}::date AND ${to}::date AND l.date >= ${actor.today}::date
        AND l.state = 'planned' AND l.entered_at IS NULL AND NOT l.attendance_taken AND l.topic = '' AND l.homework = ''
        AND NOT EXISTS (SELECT 1 FROM substitution s WHERE s.lesson_id = l.id)
        AND NOT EXISTS (SELECT 1 FROM lesson_change c WHERE l.id IN (c.lesson_id, c.instead_id))
        AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id)
        AND NOT EXISTS (SELECT 1 FROM lesson_file f WHERE f.lesson_id = l.id)
      ORDER BY l.id FOR UPDATE`;
    if (rows.length === 0) throw new Refusal('LESSON_FILLED', { detail: 'незаполненных будущих дней здесь нет' });
    const steps = await withdrawLessons(
      tx,
      rows.map(({ id }) => id),
    );
    return { result: { withdrawn: rows.length }, audit: { object: 'timetable', objectId: null, steps } };
  },
});
