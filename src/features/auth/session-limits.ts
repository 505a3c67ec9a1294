import type { Regulation } from '@/domain/regulation/regulation';

export type SessionLimits = {
  idleSeconds: number;
  absoluteSeconds: number;
  /** How many of a person's sessions live at once; one more ends the oldest. */
  atOnce: number;
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a sign-in lives (T-007, T-009): the profile may shorten the idle time, never lengthen it. `shared`: on somebody else's computer. */
export function sessionLimits(
  holder: 'staff' | 'reader',
  shared: boolean,
  { staffIdleMinutes, familyIdleDays }: Regulation['sessions'],
): SessionLimits {
  const atOnce = holder === 'staff' ? 5 : 10;
  if (shared) return { idleSeconds: 15 * minute, absoluteSeconds: 2 * hour, atOnce };
  return holder === 'staff'
    ? { idleSeconds: staffIdleMinutes * minute, absoluteSeconds: 12 * hour, atOnce }
    : { idleSeconds: familyIdleDays * day, absoluteSeconds: 30 * day, atOnce };
}
