import type { DayRange } from '@/domain/calendar/day-ranges';
import type { SpanKind, WeekRun } from '@/domain/calendar/study-weeks';
import type { LocalDate, LocalTime, PeriodKind } from '@/domain/types';

export type CalendarYear = { id: number; name: string; startsOn: LocalDate; endsOn: LocalDate; closed: boolean };

export type PeriodRow = {
  id: number;
  version: number;
  kind: PeriodKind;
  ordinal: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  groups: number;
  /** Of how many groups it is locked: then its days stand still. */
  locked: number;
};

export type CalendarView = {
  years: CalendarYear[];
  year: CalendarYear | null;
  periods: PeriodRow[];
  days: DayRange[];
  today: LocalDate;
  may: { enter: boolean; open: boolean; openNext: boolean };
};

export type SpanRow = {
  id: number;
  version: number;
  kind: SpanKind;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
};
/** One span as several groups have it. */
export type SharedSpan = Omit<SpanRow, 'id' | 'version'> & {
  groups: { spanId: number; version: number; name: string }[];
};
export type GraphGroup = {
  id: number;
  name: string;
  yearOfStudy: number;
  /** Periods it studies by, with those that are locked for it. */
  periods: { id: number; locked: boolean }[];
  spans: SpanRow[];
  runs: WeekRun[];
};
export type GraphView = {
  years: CalendarYear[];
  year: CalendarYear;
  periods: Pick<PeriodRow, 'id' | 'name'>[];
  /** Mondays. */
  weeks: LocalDate[];
  months: { name: string; weeks: number }[];
  groups: GraphGroup[];
  may: { enter: boolean; choose: boolean };
};

export type BellsRow = {
  id: number;
  version: number;
  name: string;
  isDefault: boolean;
  shortened: boolean;
  pairs: { number: number; startsAt: LocalTime; endsAt: LocalTime }[];
  uses: { id: number; group: string | null; weekday: number | null; date: LocalDate | null }[];
};
export type BellsView = {
  schedules: BellsRow[];
  groups: { id: number; label: string }[];
  today: LocalDate;
  may: { enter: boolean; remove: boolean };
};
