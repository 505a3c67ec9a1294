import type { Relay } from '@/domain/timetable/relay';

/** How many lessons a laying adds, alters, takes away and leaves; academic hours without a place. */
export function countsOf({ add, change, remove, kept, short }: Relay) {
  return {
    added: add.length,
    changed: change.length,
    removed: remove.length,
    kept,
    shortHours: short.reduce((sum, { hours }) => sum + hours, 0),
  };
}
