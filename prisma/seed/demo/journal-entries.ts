import type { LocalDate, MarkValue } from '@/domain/types';
import type { DemoLesson, DemoSection } from './model';
import type { Random } from './random';
import type { Topic } from './topics/parse';

/** Author and instant of an entry. */
export interface Authored {
  by: number;
  at: Date;
}
export interface MarkEntry extends Authored {
  student: number;
  value: MarkValue | null;
  required: boolean;
}
export interface TaskEntry {
  taskType: string;
  title: string;
  required: boolean;
  marks: MarkEntry[];
}

/** Everything that stands in the journal about one lesson, in the order in which it was written. */
export interface LessonContent extends Authored {
  lesson: number;
  topic: Topic | null;
  topicPlace: number;
  homeworkDueOn: LocalDate | null;
  withHomework: boolean;
  attendanceTaken: boolean;
  tasks: TaskEntry[];
  presences: ({ student: number; value: 'absent' | 'late' } & Authored)[];
  reasons: ({ student: number; value: string; note: string | null } & Authored)[];
}

/** What a teacher has left undone in a lesson. */
export type Gap = 'everything' | 'topic' | 'homework' | 'attendance';

/** What a lesson's author needs to know to write it. */
export interface Scene {
  lesson: DemoLesson;
  section: DemoSection;
  topic: Topic | null;
  students: number[];
  entered: Date;
  rng: Random;
  now: Date;
}

const offset = 4 * 3_600_000;

/** Samara has kept UTC+4 through both years: a cheaper way to the same instant, with seconds. */
export function at(date: LocalDate, minutes: number, rng: Random): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset + minutes * 60_000 + rng.int(0, 59) * 1000);
}
