import { z } from 'zod';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';

const lesson = z.strictObject({
  sectionId: idField,
  periodId: idField,
  teacherId: idField,
  timetableEntryId: idField.nullable(),
  date: dateField,
  classPeriod: z.int().min(1).max(12),
  room: nameField(40),
  lessonType: z.string(),
  hours: z.int().min(1).max(12),
});
const input = z.strictObject({ lessons: z.array(lesson).min(1).max(2000) });
type Input = z.output<typeof input>;

/**
 * Lays planned lessons into the calendar, columns of the journal (R-041). Neither a group nor a teacher can be in two places
 * at once: the database refuses it. Answers the lessons' ids in the order given. @throws Refusal PERIOD_LOCKED, INVALID
 */
export const layLessons = defineCommand({
  name: 'timetable.lay-lessons',
  permission: 'timetable.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, actor, input: { lessons } }) => {
    const { lessonTypes, lessonHours } = await activeRegulation(actor.today, tx);
    const known = new Set(lessonTypes.map(({ id }) => id));
    if (lessons.some(({ lessonType }) => !known.has(lessonType)))
      throw new Refusal('INVALID', { fields: ['lessonType'] });
    if (lessons.some(({ hours }) => hours > lessonHours.max)) throw new Refusal('INVALID', { fields: ['hours'] });
    const rows = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO lesson (section_id, group_id, period_id, subgroup_id, teacher_id, timetable_entry_id, date, class_period, room,
        lesson_type, hours)
      SELECT t."sectionId", c.group_id, t."periodId", c.subgroup_id, t."teacherId", t."timetableEntryId", t.date, t."classPeriod",
        t.room, t."lessonType", t.hours
      FROM jsonb_array_elements(${JSON.stringify(lessons)}::jsonb) WITH ORDINALITY AS e(row, n)
        CROSS JOIN LATERAL jsonb_to_record(e.row) AS t("sectionId" int, "periodId" int, "teacherId" int, "timetableEntryId" int,
          date date, "classPeriod" smallint, room text, "lessonType" text, hours smallint)
        JOIN course_section c ON c.id = t."sectionId"
      ORDER BY e.n RETURNING id`;
    const ids = rows.map(({ id }) => id);
    const steps = lessons.map((row, place) => laidStep(row, ids[place] ?? 0));
    return { result: { ids }, audit: { object: 'timetable', objectId: null, steps } };
  },
});

function laidStep({ date, classPeriod, teacherId }: Input['lessons'][number], lessonId: number): AuditStep {
  const after = `${date} ${classPeriod} ${teacherId}`;
  return { entity: 'lesson', field: 'laid', lessonId, recordId: lessonId, before: null, after };
}

async function touchedPeriods({ tx, input: { lessons } }: RunArgs<Input>): Promise<PeriodKey[]> {
  const places = new Map(
    lessons.map(({ sectionId, periodId }) => [`${sectionId} ${periodId}`, { sectionId, periodId }]),
  );
  const sections = await tx.courseSection.findMany({
    where: { id: { in: [...new Set(lessons.map(({ sectionId }) => sectionId))] } },
    select: { id: true, groupId: true },
  });
  const groups = new Map(sections.map(({ id, groupId }) => [id, groupId]));
  const entries = await tx.timetableEntry.findMany({
    where: { id: { in: [...new Set(lessons.flatMap(({ timetableEntryId }) => timetableEntryId ?? []))] } },
    select: { id: true, sectionId: true },
  });
  const owners = new Map(entries.map((entry) => [entry.id, entry.sectionId]));
  const strange = ({ timetableEntryId, sectionId }: Input['lessons'][number]) =>
    timetableEntryId !== null && owners.get(timetableEntryId) !== sectionId;
  if (lessons.some(strange)) throw new Refusal('NOT_FOUND');
  return [...places.values()].map((place) => {
    const groupId = groups.get(place.sectionId);
    if (groupId === undefined) throw new Refusal('NOT_FOUND');
    return { ...place, groupId };
  });
}
