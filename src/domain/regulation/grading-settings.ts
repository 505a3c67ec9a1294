import { z } from 'zod';
import { dictionaryId } from './attendance-settings';

const label = z.string().trim().min(1, 'Название не может быть пустым.').max(80, 'Название не длиннее 80 знаков.');
const short = z.string().trim().min(1, 'Сокращение не может быть пустым.').max(6, 'Сокращение не длиннее 6 знаков.');

/** Kind of an assignment. `markWithinDays`: calendar days from the lesson to the mark, null: no term (C-04). */
export const taskTypeSchema = z.strictObject({
  id: dictionaryId,
  label,
  short,
  markWithinDays: z.int('Срок — целое число дней.').min(0, 'Срок не может быть отрицательным.').max(365).nullable(),
  weight: z.int().min(1, 'Вес работы — целое число от 1 до 10.').max(10, 'Вес работы — целое число от 1 до 10.'),
});

export const lessonTypeSchema = z.strictObject({ id: dictionaryId, label, short });

/** What a mark put into a cell without an assignment means (C-23). */
export const markWithoutTaskSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('strict') }),
  z.strictObject({ mode: z.literal('autoCreate'), taskType: dictionaryId }),
]);

const hundredths = z.int('Граница задаётся с точностью до сотых.').min(0).max(500, 'Граница не больше 5,00.');

/** Lower bounds of 5, 4 and 3 in hundredths of a point (465 = 4,65); everything below `3` is «2». */
export const thresholdsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), from: z.strictObject({ 5: hundredths, 4: hundredths, 3: hundredths }) }),
  z.strictObject({ kind: z.literal('plain') }),
]);

/** How the period mark is obtained (C-06) and which marks it counts (G-03, G-07). */
export const periodMarkSchema = z.strictObject({
  /** `none`: the average is shown but no mark is proposed. */
  algorithm: z.enum(['none', 'mean', 'weighted']),
  /** Half-up step applied to the average before the table; `none` compares the exact fraction (G-01). */
  roundingStep: z.enum(['none', '0.01', '0.1']),
  thresholds: thresholdsSchema,
  /** `propose`: the teacher confirms; `fill`: written in at once; `advice`: shown without being asked about. */
  mode: z.enum(['propose', 'fill', 'advice']),
  overrideNeedsReason: z.boolean(),
  formerSectionMarks: z.enum(['count', 'ignore']),
});

/** A student without a final mark (C-07): what is shown and how statistics treat it (domain.md B.4). */
export const notAttestedSchema = z.strictObject({
  display: z.enum(['dot', 'symbol']),
  symbol: z.string().min(1).max(4),
  label,
  countsInDenominator: z.boolean(),
});
