import type { PlacedSection } from '@/domain/timetable/conflicts';
import type { TimedSection, WeekPlace } from '@/domain/timetable/week-place';
import type { LocalDate } from '@/domain/types';

export type Option = { id: number; label: string };

/** A journal that can be placed. Academic hours: of the plan, laid so far and to come, what finds no place, what is beyond the plan. */
export type WeekSection = TimedSection & {
  index: string;
  course: string;
  subgroup: string | null;
  /** Who keeps it on the day from which the week is shown; empty: nobody. */
  teacher: string;
  planned: number;
  given: number;
  short: number;
  over: number;
};

export type WeekEntry = WeekPlace & { entryId: number; version: number; sectionId: number };

/** What stands elsewhere: another group's place with a teacher of this group, or only a room. */
export type OtherPlace = PlacedSection & { group: string; course: string };
export type BusyRoom = Pick<WeekPlace, 'weekday' | 'classPeriod' | 'parity' | 'room'> & { group: string };

export type DayLessons = {
  sectionId: number;
  course: string;
  from: LocalDate;
  to: LocalDate;
  lessons: number;
  hours: number;
  room: string;
};

export type WeekView = {
  group: Option;
  groups: readonly Option[];
  period: Option & { startsOn: LocalDate; endsOn: LocalDate };
  periods: readonly Option[];
  /** The day from which the week is shown and changed; `earliest` is the first that may be chosen. */
  from: LocalDate;
  earliest: LocalDate;
  weekdays: readonly number[];
  pairs: readonly { number: number; time: string }[];
  sections: readonly WeekSection[];
  entries: readonly WeekEntry[];
  others: readonly OtherPlace[];
  busyRooms: readonly BusyRoom[];
  rooms: readonly string[];
  names: Readonly<Record<number, string>>;
  /** What laying the lessons now would do. */
  laying: { added: number; changed: number; removed: number; kept: number; shortHours: number };
  days: readonly DayLessons[];
  lessonTypes: readonly { id: string; label: string }[];
  lessonHours: { usual: number; max: number };
  mayEnter: boolean;
};
