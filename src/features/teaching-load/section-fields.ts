import { z } from 'zod';
import { controlForms } from '@/domain/curriculum/plan';
import { dateField, idField } from '@/features/institution/inputs';

const teacher = z.strictObject({ teacherId: idField, startsOn: dateField, endsOn: dateField.nullable().default(null) });
const plan = z.strictObject({
  periodId: idField,
  plannedHours: z.int().min(0).max(1500),
  controlForm: z.enum(controlForms),
});

/** A journal to be opened: its line, its part of the group, who gives it and what is planned. */
export const sectionFields = z.strictObject({
  yearId: idField,
  groupId: idField,
  itemId: idField,
  subgroupId: idField.nullable(),
  schemeId: idField.nullable(),
  /** Empty: the journal is there, its load is given later. */
  teachers: z.array(teacher),
  periods: z.array(plan).min(1),
});
export type NewSection = z.output<typeof sectionFields>;
