import { z } from 'zod';

const title = z.string().trim().min(1, 'Название не может быть пустым.').max(120, 'Название не длиннее 120 знаков.');

export const ledgerParts = ['title', 'contents', 'groupList', 'courses', 'substitutions', 'certification'] as const;

/** Layout of the hard copy (C-13, C-14, C-17, C-18). Lengths in millimetres. */
export const printSchema = z.strictObject({
  bindingMarginMm: z.int().min(20, 'Поле подшивки не меньше 20 мм.').max(50),
  /** true: printed on both sides, the binding margin is at the fold; false: always on the left. */
  mirrored: z.boolean(),
  pageNumber: z.enum(['topRight', 'topCenter']),
  firstNumberedPage: z.union([z.literal(1), z.literal(2)]),
  courseOrder: z.enum(['alphabetical', 'curriculum']),
  lessonsPerPage: z.int().min(4).max(30),
  parts: z.array(z.enum(ledgerParts)).min(1),
  /** `course`: under every course's spread; `set`: once, on the last page of the group's set. */
  signatories: z
    .array(
      z.strictObject({
        role: z.enum(['teacher', 'curator', 'deputyDirector', 'director']),
        title,
        place: z.enum(['course', 'set']),
        seal: z.boolean(),
      }),
    )
    .max(8, 'Подписей не больше восьми.'),
  reportTitles: z.strictObject({ periodLedger: title, summaryLedger: title }),
});
