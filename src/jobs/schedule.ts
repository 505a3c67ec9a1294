import type { z } from 'zod';
import { addDays, type Weekday, weekdayOf } from '@/domain/calendar/local-date';
import { localDateOf, localTimeOf } from '@/domain/deadlines/zone';
import type { LocalTime } from '@/domain/types';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import type { JobKind } from '@/features/jobs/job-kind';
import type { Db } from '@/server/db';

/** Every so many minutes, or each day (or one weekday, Monday is 1) at a local time of the institution. */
type Rhythm = { minutes: number } | { dailyAt: LocalTime; weekday?: Weekday };

/** A job that the timetable asks for; its payload is empty. */
export type PeriodicJob = { job: JobKind<z.ZodObject<Record<never, never>>>; rhythm: Rhythm };

/**
 * The slot that is due at `now`: the name of the last moment at which the job should have begun. A process that slept over
 * several moments fills the last one only.
 */
export function slotOf(rhythm: Rhythm, now: Date, timeZone: string): string {
  if ('minutes' in rhythm) {
    const length = rhythm.minutes * 60_000;
    return new Date(Math.floor(now.getTime() / length) * length).toISOString();
  }
  const today = localDateOf(now, timeZone);
  const last = localTimeOf(now, timeZone) >= rhythm.dailyAt ? today : addDays(today, -1);
  return rhythm.weekday === undefined ? last : addDays(last, -((weekdayOf(last) - rhythm.weekday + 7) % 7));
}

/** Fills what is due; of several processes the first one does (T-101). @returns how many jobs it put into the queue */
export async function enqueueDue(
  db: Db,
  periodic: readonly PeriodicJob[],
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<number> {
  let begun = 0;
  for (const { job, rhythm } of periodic) {
    const slot = slotOf(rhythm, now, timeZone);
    if ((await enqueueJob(db, job, { payload: {}, requestedById: null, slot })) !== null) begun += 1;
  }
  return begun;
}
