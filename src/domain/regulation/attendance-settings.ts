import { z } from 'zod';

export const dictionaryId = z
  .string()
  .regex(/^[a-z][A-Za-z]{0,19}$/, 'Код записи — до 20 латинских букв, первая строчная.');

const sign = z.string().trim().min(1, 'Обозначение не может быть пустым.').max(4, 'Обозначение не длиннее 4 знаков.');

export const absenceClasses = ['unclassified', 'valid', 'sick', 'invalid', 'unknown', 'late'] as const;

/** One entry of the institution's code dictionary (C-02). `symbol` is shown and typed, `printed` stands on paper. */
export const absenceCodeSchema = z.strictObject({
  id: dictionaryId,
  symbol: sign,
  aliases: z.array(sign).default([]),
  printed: sign,
  presence: z.enum(['absent', 'late']),
  class: z.enum(absenceClasses),
  countsHours: z.boolean(),
  label: z.string().min(1, 'У кода должно быть название.').max(120),
});

const owner = z.enum(['teacher', 'curator', 'both']);

/** Who writes what about attendance, in which order, and how long (C-01, C-02). */
export const attendanceSchema = z.strictObject({
  codes: z.array(absenceCodeSchema).min(1, 'Нужен хотя бы один код отсутствия.'),
  presenceBy: owner,
  reasonBy: owner,
  /** Whose screen comes first on the day: only advice to the interface, the rights are the two fields above. */
  order: z.enum(['teacherOnly', 'teacherFirst', 'curatorFirst']),
  /** Whose entry the other author may not overwrite; `last`: whoever writes later. */
  prevails: z.enum(['teacher', 'curator', 'last']),
  /** Days after the lesson's date within which a reason may be set; null: until the period is locked. */
  reasonDays: z.int().min(0).max(365).nullable(),
});
