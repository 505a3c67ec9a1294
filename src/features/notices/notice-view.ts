import type { LocalDate } from '@/domain/types';

export type NoticeLine = {
  id: number;
  title: string;
  text: string;
  published: string;
  /** Still shown on start pages. */
  ahead: boolean;
  /** Of one written by hand: who wrote it, to whom, until when; null for what an act of the timetable published. */
  byHand: { author: string; to: string; until: LocalDate; mayWithdraw: boolean } | null;
};

/** The board: its notices, and what a new one needs; null for whoever only reads. */
export type NoticeBoardView = {
  notices: readonly NoticeLine[];
  desk: { today: LocalDate; groups: readonly { id: number; label: string }[] } | null;
};
