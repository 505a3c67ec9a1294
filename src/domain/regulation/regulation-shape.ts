import { z } from 'zod';
import { enrollmentStatuses, periodKinds } from '../types';
import { credentialsSchema, sessionsSchema } from './account-settings';
import { attendanceSchema } from './attendance-settings';
import { accessWindowSchema, deadlinesSchema } from './deadline-settings';
import {
  lessonTypeSchema,
  markWithoutTaskSchema,
  notAttestedSchema,
  periodMarkSchema,
  taskTypeSchema,
} from './grading-settings';
import { printSchema } from './print-settings';
import { schemesSchema, usualSchemes } from './scheme-settings';
import { vocabularySchema } from './vocabulary';
import { usualYearEnd, yearEndSchema } from './year-end-settings';

export const diaryBlocks = [
  'marks',
  'attendance',
  'timetable',
  'topics',
  'homework',
  'attestation',
  'programmeProgress',
  'messages',
] as const;

export const regulationShape = z.strictObject({
  /** The shipped profile it was made from; an institution's own edits keep it. */
  profile: z.enum(['s0', 's1', 's2', 's3', 's4', 'demo']),
  title: z.string().min(1).max(200),
  attendance: attendanceSchema,
  deadlines: deadlinesSchema,
  taskTypes: z.array(taskTypeSchema).min(1, 'Нужен хотя бы один вид работ.'),
  lessonTypes: z.array(lessonTypeSchema).min(1, 'Нужен хотя бы один вид занятий.'),
  markWithoutTask: markWithoutTaskSchema,
  periodMark: periodMarkSchema,
  notAttested: notAttestedSchema,
  /** Years of study without marks. */
  marklessYears: z.array(z.int().min(1).max(11)),
  /** Statuses whose rows are closed in the journal. */
  closedStatuses: z.array(z.enum(enrollmentStatuses)),
  /** What makes a lesson filled. */
  lessonRequires: z.strictObject({ topic: z.boolean(), attendance: z.boolean(), homework: z.boolean() }),
  /** Academic hours of a lesson (G-04): пара = 2. */
  lessonHours: z.strictObject({ usual: z.int().min(1).max(8), max: z.int().min(1).max(12) }),
  periodKinds: z.array(z.enum(periodKinds)).min(1, 'Нужен хотя бы один вид учебного периода.'),
  diary: z.strictObject({
    /** Cabinets of students and parents (C-10). */
    open: z.boolean(),
    student: z.array(z.enum(diaryBlocks)),
    parent: z.array(z.enum(diaryBlocks)),
  }),
  accessWindow: accessWindowSchema,
  /** Versions older than a rule stand for the usual one. */
  yearEnd: yearEndSchema.default(usualYearEnd),
  schemes: schemesSchema.default(usualSchemes),
  credentials: credentialsSchema,
  sessions: sessionsSchema,
  vocabulary: vocabularySchema,
  print: printSchema,
});

export type RegulationInput = z.infer<typeof regulationShape>;
