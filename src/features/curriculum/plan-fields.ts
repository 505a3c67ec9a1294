import { z } from 'zod';
import { controlForms, courseKinds, lastSemester } from '@/domain/curriculum/plan';
import { meaningOf, normalIndex } from '@/domain/curriculum/plan-index';
import { nameField } from '@/features/institution/inputs';

const hours = z.int().min(0).max(1500);
const kind = hours.default(0);
const term = z
  .strictObject({
    semester: z.int().min(1).max(lastSemester),
    hours,
    controlForm: z.enum(controlForms),
    complex: z.int().min(1).max(9).nullable().default(null),
    /** A курсовая beside another form of control. */
    withCoursework: z.boolean().default(false),
    ...{ lectures: kind, practical: kind, laboratory: kind, coursework: kind },
    ...{ selfStudy: kind, consultations: kind, attestation: kind },
  })
  .refine(({ withCoursework, controlForm }) => !withCoursework || !/^(none|coursework)$/.test(controlForm));

/** A line of a plan as commands take it; one semester stands once. */
export const lineFields = {
  index: nameField(20).transform((index) => (meaningOf(index) ? normalIndex(index) : index)),
  name: nameField(300),
  kind: z.enum(courseKinds),
  passFail: z.boolean().default(false),
  terms: z
    .array(term)
    .max(lastSemester)
    .refine((terms) => new Set(terms.map(({ semester }) => semester)).size === terms.length),
};

export const weeksField = z
  .array(z.strictObject({ semester: z.int().min(1).max(lastSemester), weeks: z.int().min(0).max(30) }))
  .max(lastSemester);

export const entryYearField = z.int().min(1990).max(2100);

export type Term = z.output<typeof term>;
export type Weeks = z.output<typeof weeksField>;
