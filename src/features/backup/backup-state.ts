/** What the whole of the copies is judged by. */
export type BackupFacts = {
  /** Moment of the latest copy that is whole on a medium at least, and on how many it is. */
  lastCopy: Date | null;
  media: number;
  /** The latest restore for trial that came out equal; the first copy of all. */
  lastDrill: Date | null;
  firstCopy: Date | null;
  /** When the making of a copy was last given up. */
  lastFailure: Date | null;
};

export type Colour = 'green' | 'yellow' | 'red';
export type BackupWarning = 'backup-stale' | 'backup-unverified' | 'backup-failed' | 'backup-one-medium';

const hour = 3_600_000; // milliseconds
const copyWithin = 26 * hour;
const drillWithin = 8 * 24 * hour;

/** No good copy for 26 hours, none restored for 8 days (T-116), the latest not made or on one medium only (T-113). */
export function backupWarnings(facts: BackupFacts, now: Date): BackupWarning[] {
  const { lastCopy, media, lastDrill, firstCopy, lastFailure } = facts;
  const older = (moment: Date, than: number) => now.getTime() - moment.getTime() > than;
  const tried = lastDrill ?? firstCopy;
  return [
    ...(!lastCopy || older(lastCopy, copyWithin) ? (['backup-stale'] as const) : []),
    ...(tried && older(tried, drillWithin) ? (['backup-unverified'] as const) : []),
    ...(lastFailure && (!lastCopy || lastFailure > lastCopy) ? (['backup-failed'] as const) : []),
    ...(lastCopy && media < 2 ? (['backup-one-medium'] as const) : []),
  ];
}

const grave: readonly BackupWarning[] = ['backup-stale', 'backup-unverified'];

export function colourOf(warnings: readonly BackupWarning[]): Colour {
  if (warnings.some((warning) => grave.includes(warning))) return 'red';
  return warnings.length > 0 ? 'yellow' : 'green';
}

/** A copy is green only when both media were read again and hold it whole. */
export function colourOfCopy(media: number): Colour {
  if (media === 0) return 'red';
  return media < 2 ? 'yellow' : 'green';
}
