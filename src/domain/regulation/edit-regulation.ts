import { z } from 'zod';
import { credentialsSchema, sessionsSchema } from './account-settings';
import { absenceCodeSchema, attendanceSchema } from './attendance-settings';
import { accessWindowSchema, deadlinesSchema } from './deadline-settings';
import { periodMarkSchema } from './grading-settings';
import { printSchema } from './print-settings';
import { type Regulation, regulationSchema } from './regulation';
import { regulationShape } from './regulation-shape';
import { schemesSchema } from './scheme-settings';
import { vocabularySchema } from './vocabulary';
import { yearEndSchema } from './year-end-settings';

/** Of the codes only how they look and count is edited: their ids stand in the journal. */
const codeEdit = absenceCodeSchema.pick({ id: true, symbol: true, printed: true, label: true, countsHours: true });

/** What an administrator edits of a profile; everything else stays as the profile has it. */
export const regulationEditsSchema = z.strictObject({
  title: regulationShape.shape.title,
  codes: z.array(codeEdit).max(20),
  presenceBy: attendanceSchema.shape.presenceBy,
  reasonBy: attendanceSchema.shape.reasonBy,
  prevails: attendanceSchema.shape.prevails,
  deadlines: deadlinesSchema,
  algorithm: periodMarkSchema.shape.algorithm,
  thresholds: periodMarkSchema.shape.thresholds,
  overrideNeedsReason: periodMarkSchema.shape.overrideNeedsReason,
  strictTasks: z.boolean(),
  lessonRequires: regulationShape.shape.lessonRequires,
  diaryOpen: z.boolean(),
  accessWindow: accessWindowSchema,
  credentials: credentialsSchema.unwrap(),
  sessions: sessionsSchema.unwrap(),
  /** An id stands in the journal: an entry is renamed under it, and a new one brings its own. */
  taskTypes: regulationShape.shape.taskTypes.max(40),
  print: printSchema,
  vocabulary: vocabularySchema,
  yearEnd: yearEndSchema,
  schemes: schemesSchema,
});

export type RegulationEdits = z.output<typeof regulationEditsSchema>;

/** A path inside a regulation, and what is wrong there, in Russian. */
export type RegulationProblem = { path: string; reason: string };

/** The editable part of a regulation. */
export function editsOf(regulation: Regulation): RegulationEdits {
  const { title, attendance, deadlines, periodMark, markWithoutTask, lessonRequires, diary } = regulation;
  const { presenceBy, reasonBy, prevails } = attendance;
  const edits = {
    codes: attendance.codes.map(({ id, symbol, printed, label, countsHours }) => ({
      id,
      symbol,
      printed,
      label,
      countsHours,
    })),
    ...{ title, presenceBy, reasonBy, prevails, deadlines, lessonRequires, diaryOpen: diary.open },
    ...{ algorithm: periodMark.algorithm, thresholds: periodMark.thresholds },
    ...{ overrideNeedsReason: periodMark.overrideNeedsReason, strictTasks: markWithoutTask.mode === 'strict' },
    ...{ accessWindow: regulation.accessWindow, credentials: regulation.credentials, sessions: regulation.sessions },
    ...{ taskTypes: regulation.taskTypes, print: regulation.print },
    ...{ vocabulary: regulation.vocabulary, yearEnd: regulation.yearEnd, schemes: regulation.schemes },
  };
  return structuredClone(edits) as RegulationEdits;
}

/** The base with the edits put in, or what speaks against it, with the place (C-01…C-26). */
export function editRegulation(
  base: Regulation,
  edits: RegulationEdits,
): { regulation: Regulation; problems: readonly RegulationProblem[] } {
  const looks = new Map(edits.codes.map(({ id, ...code }) => [id, code]));
  const firstTask = edits.taskTypes[0]?.id ?? '';
  const taskType = base.markWithoutTask.mode === 'autoCreate' ? base.markWithoutTask.taskType : firstTask;
  const candidate = {
    ...base,
    ...{ title: edits.title, deadlines: edits.deadlines, lessonRequires: edits.lessonRequires },
    ...{ accessWindow: edits.accessWindow, credentials: edits.credentials, sessions: edits.sessions },
    ...{ taskTypes: edits.taskTypes, print: edits.print, vocabulary: edits.vocabulary, yearEnd: edits.yearEnd },
    ...{ schemes: edits.schemes },
    attendance: {
      ...base.attendance,
      ...{ presenceBy: edits.presenceBy, reasonBy: edits.reasonBy, prevails: edits.prevails },
      codes: base.attendance.codes.map((code) => ({ ...code, ...looks.get(code.id) })),
    },
    periodMark: {
      ...base.periodMark,
      ...{ algorithm: edits.algorithm, thresholds: edits.thresholds, overrideNeedsReason: edits.overrideNeedsReason },
    },
    markWithoutTask: edits.strictTasks ? { mode: 'strict' } : { mode: 'autoCreate', taskType },
    diary: { ...base.diary, open: edits.diaryOpen },
  };
  const parsed = regulationSchema.safeParse(candidate);
  if (parsed.success) return { regulation: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message }));
  return { regulation: base, problems };
}
