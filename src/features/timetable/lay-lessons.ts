import { z } from 'zod';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { insertLessons } from './write-lessons';

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
    const { ids, steps } = await insertLessons(tx, lessons);
    return { result: { ids }, audit: { object: 'timetable', objectId: null, steps } };
  },
});

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
