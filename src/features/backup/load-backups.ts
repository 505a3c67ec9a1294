import { type Actor, can } from '@/access/actor';
import { type JobView, loadJobsOf } from '@/features/jobs/load-jobs';
import { db } from '@/server/db';
import { fullDateTime, number } from '@/texts/format';
import { type BackupFacts, backupWarnings, type Colour, colourOf, colourOfCopy } from './backup-state';
import { backupKinds } from './kinds';
import type { Trouble } from './places';
import { troubleWords } from './words';

export type MediumView = { place: number; verified: string | null; trouble: string | null };
export type CopyView = {
  id: number;
  name: string;
  made: string;
  size: string;
  colour: Colour;
  media: MediumView[];
  drilled: string | null;
};
export type BackupsView = {
  colour: Colour;
  /** What is amiss, in sentences; empty when all is well. */
  complaints: string[];
  /** Age of the latest whole copy in whole hours; null = there is none. */
  hours: number | null;
  last: string | null;
  drilled: string | null;
  copies: CopyView[];
  jobs: JobView[];
};

const complaints = {
  'backup-stale':
    'Целой копии не было больше 26 часов. Нажмите «Сделать копию сейчас» и посмотрите, на чём она остановится.',
  'backup-unverified': 'Больше 8 дней ни одна копия не восстанавливалась на пробу.',
  'backup-failed': 'Последнюю копию сделать не удалось: причина названа ниже, в списке работ. Прежние копии целы.',
  'backup-one-medium': 'Последняя копия лежит только на одном носителе.',
} as const;

/** The page «Резервные копии»; null for whoever may not make them. */
export async function loadBackups(actor: Actor): Promise<BackupsView | null> {
  if (!can(actor, 'backup.manage')) return null;
  const [facts, copies, jobs] = await Promise.all([readFacts(), readCopies(actor), loadJobsOf(actor, backupKinds)]);
  const warnings = backupWarnings(facts, actor.now);
  const missing =
    copies[0]?.media.flatMap(({ place, trouble }) => (trouble ? [`носитель ${place}: ${trouble}`] : [])) ?? [];
  const at = (moment: Date | null) => moment && fullDateTime(moment, actor.timeZone);
  return {
    colour: colourOf(warnings),
    complaints: warnings.map((warning) =>
      warning === 'backup-one-medium' && missing.length > 0
        ? `Последняя копия лежит только на одном носителе (${missing.join('; ')}).`
        : complaints[warning],
    ),
    hours: facts.lastCopy && Math.max(0, Math.floor((actor.now.getTime() - facts.lastCopy.getTime()) / 3_600_000)),
    ...{ last: at(facts.lastCopy), drilled: at(facts.lastDrill), copies, jobs },
  };
}

async function readFacts(): Promise<BackupFacts> {
  const [facts] = await db().$queryRaw<BackupFacts[]>`
    SELECT last_copy AS "lastCopy", media, last_drill AS "lastDrill", first_copy AS "firstCopy",
      (SELECT max(finished_at) FROM background_job WHERE kind = 'backup' AND state = 'failed') AS "lastFailure" FROM backup_facts`;
  return facts ?? { lastCopy: null, media: 0, lastDrill: null, firstCopy: null, lastFailure: null };
}

async function readCopies({ timeZone }: Actor): Promise<CopyView[]> {
  const rows = await db().backupCopy.findMany({
    where: { removedAt: null },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: 60,
    select: {
      ...{ id: true, name: true, madeAt: true, bytes: true, drilledAt: true },
      places: { orderBy: { place: 'asc' }, select: { place: true, verifiedAt: true, trouble: true } },
    },
  });
  return rows.map(({ id, name, madeAt, bytes, drilledAt, places }) => ({
    ...{ id, name, made: fullDateTime(madeAt, timeZone), size: sizeWords(Number(bytes)) },
    colour: colourOfCopy(places.filter(({ verifiedAt }) => verifiedAt !== null).length),
    media: places.map(({ place, verifiedAt, trouble }) => ({
      place,
      verified: verifiedAt && fullDateTime(verifiedAt, timeZone),
      trouble: trouble === null ? null : troubleWords[trouble as Trouble],
    })),
    drilled: drilledAt && fullDateTime(drilledAt, timeZone),
  }));
}

const sizeWords = (bytes: number) => `${number(Math.max(0.1, Math.round(bytes / 100_000) / 10))}\u00A0МБ`;
