import type { MissedHours } from '@/domain/attendance/missed-hours';
import type { FallingStudent } from './falling-students';

export type MarksCourse = {
  courseId: number;
  /** «ОП.04» */
  index: string;
  course: string;
  journals: readonly { sectionId: number; label: string }[];
  /** Of the whole group, in hundredths. */
  average: number | null;
  debts: number;
};

export type MarksCell = {
  average: number | null;
  /** «16: «5» — 11, «4» — 4»; empty without marks. */
  marks: string;
  debts: number;
};

export type MarksRow = {
  studentId: number;
  name: string;
  /** «академический отпуск»: the row is closed today. */
  closed: string | null;
  /** In the order of the courses. */
  cells: readonly MarksCell[];
  average: number | null;
  marks: string;
  debts: number;
  missed: MissedHours;
};

export type GroupMarks = {
  groupId: number;
  group: string;
  period: { id: number; name: string };
  periods: readonly { id: number; name: string }[];
  courses: readonly MarksCourse[];
  rows: readonly MarksRow[];
  average: number | null;
  falling: readonly FallingStudent[];
  /** The diaries and the day sheet are in this person's sight. */
  diaries: boolean;
};
