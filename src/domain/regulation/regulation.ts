import type { Immutable } from '../types';
import { checkRegulation } from './check-regulation';
import { type diaryBlocks, type RegulationInput, regulationShape } from './regulation-shape';

/** Everything on which the five regulations disagree (requirements.md §13), one immutable version as data. */
export const regulationSchema = regulationShape.superRefine(checkRegulation);

export type Regulation = Immutable<RegulationInput>;
export type AttendanceSettings = Regulation['attendance'];
export type AbsenceCode = AttendanceSettings['codes'][number];
export type AbsenceClass = AbsenceCode['class'];
export type TaskType = Regulation['taskTypes'][number];
export type LessonType = Regulation['lessonTypes'][number];
export type PeriodMarkSettings = Regulation['periodMark'];
export type DeadlineSettings = Regulation['deadlines'];
export type PrintSettings = Regulation['print'];
export type DiaryBlock = (typeof diaryBlocks)[number];

/** Parses stored or submitted JSON; throws a ZodError whose messages are Russian sentences. */
export function parseRegulation(value: unknown): Regulation {
  return regulationSchema.parse(value);
}
