import type { Counts, KeptRow } from './table-check';

export type KindView = {
  id: string;
  title: string;
  about: string;
  columns: { title: string; needed: boolean; example: string }[];
};

type RunState = 'checking' | 'checked' | 'refused' | 'writing' | 'done' | 'discarded';

export type RunLine = {
  id: number;
  title: string;
  file: string;
  by: string;
  created: string;
  state: RunState;
  said: string;
};

export const runFilters = ['wrong', 'new', 'changed', 'same', 'all'] as const;
export type RunFilter = (typeof runFilters)[number];

export type RunView = RunLine & {
  refusal: string | null;
  counts: Counts | null;
  /** Titles of the file that nobody knows. */
  unread: string[];
  /** The college changed between the check and the writing: the rows are shown anew. */
  stale: boolean;
  /** The bytes and the rows are gone: a day is over. */
  expired: boolean;
  /** Columns in which something stands. */
  columns: { at: number; title: string }[];
  filter: RunFilter;
  rows: KeptRow[];
  page: number;
  pages: number;
};
