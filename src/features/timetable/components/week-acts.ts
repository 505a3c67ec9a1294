import type { WeekEntry } from '../week-view';

/** What is being placed or changed: an hour, and the entry of it that is there already. */
export type Target = { weekday: number; classPeriod: number; entry: WeekEntry | null };

/** What can be done in the grid; `cut`: the entry that Ctrl+V puts elsewhere. */
export type GridActs = {
  cut: number | null;
  onOpen: (target: Target) => void;
  onCut: (entryId: number | null) => void;
  onMove: (entryId: number, weekday: number, classPeriod: number) => void;
  onRemove: (entry: WeekEntry) => void;
};
