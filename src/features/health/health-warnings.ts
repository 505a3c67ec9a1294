import { type Disk, isNearlyFull } from '@/server/disk-space';

const clockSkewLimit = 5_000; // milliseconds (T-103)
const jobsWaitLimit = 5 * 60; // seconds (T-101)

/**
 * What an operator should look after while all still works: the database's clock away from ours, less than 1 GiB or 5 % of the
 * data disk free (T-095, T-150), a job that nobody takes up: no worker runs (T-101). `disk` null: no local data folder, the database's disk is watched where it stands.
 */
export function healthWarnings(skewMilliseconds: number | undefined, disk: Disk | null, jobsWait = 0): string[] {
  const skewed = skewMilliseconds !== undefined && Math.abs(skewMilliseconds) > clockSkewLimit;
  return [
    ...(skewed ? ['clock-skew'] : []),
    ...(disk !== null && isNearlyFull(disk) ? ['disk-space'] : []),
    ...(jobsWait > jobsWaitLimit ? ['jobs-waiting'] : []),
  ];
}
