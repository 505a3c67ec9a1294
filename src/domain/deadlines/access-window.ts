import { weekdayOf } from '../calendar/local-date';
import type { Regulation } from '../regulation/regulation';
import { localDateOf, localTimeOf } from './zone';

/** Whether people may sign in now (C-09; S3 5.1: working hours only); `to` is the first minute outside. */
export function isAccessOpen(window: Regulation['accessWindow'], now: Date, timeZone: string): boolean {
  if (window === null) return true;
  const time = localTimeOf(now, timeZone);
  return window.weekdays.includes(weekdayOf(localDateOf(now, timeZone))) && time >= window.from && time < window.to;
}
