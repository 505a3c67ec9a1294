import { localDateOf } from '@/domain/deadlines/zone';
import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { env } from '@/server/env';
import { Refusal } from '@/server/errors';
import { runAs, systemActorNow } from '@/server/system-actor';
import { number } from '@/texts/format';
import type { Watch } from './dump-database';
import { forgetOld } from './forget-old';
import { carryCopy, checkCopy, type Laid, makeCopy, type Patience } from './make-copy';
import { backupPlaces, copiesIn, type Place, passphraseOfCopies } from './places';
import { kilobytesOf, recordCopy } from './record-copy';
import { troubleWords } from './words';

type Work = Watch & { jobId: number | null; patience?: Patience };
type Known = { name: string; madeAt: Date; bytes: number; digest: string | null; rows: number | null };

/**
 * One copy from beginning to end: written as of one moment into the first medium, carried to the second, read again on both, then
 * the old ones go. Begun anew after a kill it goes on with the file that it had finished.
 * @throws Refusal BACKUP_REFUSED when no medium holds a whole copy in the end
 */
export async function performBackup({ jobId, signal, progress, patience }: Work): Promise<JobResult> {
  const passphrase = passphraseOfCopies();
  const places = backupPlaces();
  const actor = await systemActorNow();
  const url = env().databaseUrl;
  const copy: Known = (await madeBefore(jobId)) ?? (await makeCopy({ url, passphrase, places }, { signal, progress }));
  const { name, digest, rows, bytes } = copy;
  const record = (facts: { places?: Laid[] }) =>
    runAs(actor, recordCopy, {
      file: name,
      kilobytes: kilobytesOf(bytes),
      jobId,
      digest,
      rows,
      madeAt: copy.madeAt.toISOString(),
      ...facts,
    });
  await record({});
  const first = await holderOf(name, places);
  const laid: Laid[] = [];
  for (const number of [1, 2] as const) {
    const place = places.find((one) => one.number === number);
    await progress(number, 4, `носитель ${number}: запись и проверка`);
    const one = await lay({ name, digest, number, place, first }, { signal, passphrase, patience });
    laid.push(one);
    await record({ places: [one] });
  }
  if (!laid.some(({ verified }) => verified)) {
    throw new Refusal('BACKUP_REFUSED', { detail: `копия не прошла проверку: ${troublesOf(laid)}` });
  }
  await progress(3, 4, 'уборка старых копий');
  await forgetOld(actor, places, { passphrase, signal });
  const { timeZone } = actor;
  const size = `${number(Math.max(0.1, Math.round(bytes / 100_000) / 10))} МБ`;
  const troubles = troublesOf(laid);
  return {
    said: troubles === '' ? `Копия ${size}, проверена на обоих носителях` : `Копия ${size}; ${troubles}`,
    ...{ copy: name, date: localDateOf(copy.madeAt, timeZone) },
  };
}

async function madeBefore(jobId: number | null): Promise<Known | null> {
  if (jobId === null) return null;
  const select = { name: true, madeAt: true, bytes: true, digest: true, rows: true } as const;
  const row = await db().backupCopy.findUnique({ where: { jobId }, select });
  return row && { ...row, bytes: Number(row.bytes), rows: row.rows === null ? null : Number(row.rows) };
}

async function holderOf(name: string, places: readonly Place[]): Promise<Place> {
  for (const place of places) if ((await copiesIn(place)).includes(name)) return place;
  throw new Refusal('BACKUP_REFUSED', { detail: `файл ${name} пропал с носителя` });
}

type Laying = {
  name: string;
  digest: string | null;
  number: 1 | 2;
  place: Place | undefined;
  first: Place;
};

async function lay(
  { name, digest, number: place, place: target, first }: Laying,
  { signal, passphrase, patience }: { signal: AbortSignal; passphrase: string; patience: Patience | undefined },
): Promise<Laid> {
  if (!target) return { place, verified: false, trouble: 'unset' };
  const limits = patience ? { limits: patience } : {};
  const trouble = target === first ? null : await carryCopy(name, first, target, { signal, ...limits });
  if (trouble) return { place, verified: false, trouble };
  const { verified, trouble: found } = await checkCopy(name, target, { passphrase, digest, signal });
  return { place, verified, trouble: found };
}

function troublesOf(laid: readonly Laid[]): string {
  return laid
    .flatMap(({ place, trouble }) => (trouble ? [`носитель ${place}: ${troubleWords[trouble]}`] : []))
    .join('; ');
}
