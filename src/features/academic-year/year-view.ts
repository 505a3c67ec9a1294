import type { LocalDate } from '@/domain/types';
import type { ReadinessLine } from './readiness';

/** A group's period as the table shows it. */
export type YearCell = {
  periodId: number;
  state: 'open' | 'locked';
  lockedOn: LocalDate | null;
  lockReason: string | null;
  /** The last day on which a journal of it is open again. */
  reopenedUntil: LocalDate | null;
  unfilled: number;
  missing: number;
  unpublished: number;
  dots: number;
  unprinted: boolean;
};

export type YearGroup = { id: number; name: string; cells: YearCell[] };

/** One group's period in full: who owes what, and where. */
export type YearPlace = {
  group: { id: number; name: string };
  period: { id: number; name: string };
  locked: boolean;
  sections: { id: number; title: string }[];
  lines: ReadinessLine[];
  reopenings: { id: number; title: string; reason: string; until: LocalDate }[];
};

export type YearView = {
  years: { id: number; name: string; closed: boolean }[];
  year: { id: number; name: string; endsOn: LocalDate; over: boolean };
  closing: { on: LocalDate; by: string; reason: string | null; outcomes: Partial<Record<string, number>> } | null;
  /** A later year is there: the closing stands, nothing is opened from this one. */
  followed: boolean;
  nextName: string;
  periods: { id: number; name: string }[];
  groups: YearGroup[];
  /** What is in the way of closing, in words; '' when nothing is. */
  words: string;
  /** The profile lets nothing unfinished be closed. */
  refuses: boolean;
  today: LocalDate;
  reopenUntil: LocalDate;
  may: { lock: boolean; reopen: boolean; manage: boolean; openJournals: boolean; print: boolean };
  place: YearPlace | null;
};
