import type { WeekEntry } from '../week-view';

/** What is being placed or changed: an hour, and the entry of it that is there already. */
export type Target = { weekday: number; classPeriod: number; entry: WeekEntry | null };

/** What can be done in the grid; `moving`: the entry that is cut or dragged and looks for its hour. */
export type GridActs = {
  moving: WeekEntry | null;
  onOpen: (target: Target) => void;
  /** Takes an entry up, or with null lets it stay where it is. */
  onMoving: (entryId: number | null) => void;
  onMove: (entryId: number, weekday: number, classPeriod: number) => void;
  onRemove: (entry: WeekEntry) => void;
  onUndo: () => void;
};
