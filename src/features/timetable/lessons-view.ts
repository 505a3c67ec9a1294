import type { LocalDate } from '@/domain/types';
import type { Option } from './week-view';

export type TimetableMode = 'group' | 'teacher' | 'room' | 'day';

export type ShownLesson = {
  id: number;
  date: LocalDate;
  classPeriod: number;
  course: string;
  group: string;
  subgroup: string | null;
  room: string;
  teacher: string;
  cancelled: boolean;
  /** «замена: …», «отменено», «перенесено с 24.11, 2-я пара», «вместо «Физика»»; empty as a rule. */
  change: string;
  /** When it is held, where that is not the time of its row; else empty. */
  time: string;
};

/** Lessons as they are, with the changes of days: of a week, or of a day for all groups. */
export type LessonsView = {
  mode: TimetableMode;
  /** Whose: the group's name, the teacher's, the room's; empty for a day. */
  title: string;
  chosen: string;
  options: readonly (Omit<Option, 'id'> & { value: string })[];
  date: LocalDate;
  days: readonly { date: LocalDate; note: string }[];
  /** «числитель»; empty between periods. */
  parity: string;
  pairs: readonly { number: number; time: string }[];
  lessons: readonly ShownLesson[];
  may: { enter: boolean; substitute: boolean };
};
