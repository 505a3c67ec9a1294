import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { runAs, systemActorNow } from '@/server/system-actor';
import type { Watch } from './dump-database';
import { checkCopy, type Laid } from './make-copy';
import { backupPlaces, copiesIn, isThere, passphraseOfCopies } from './places';
import { recordCopy } from './record-copy';
import { troubleWords } from './words';

/** Reads a copy again on both media and writes down what it found. @throws Refusal BACKUP_REFUSED when it is whole on neither */
export async function performCheck(id: number, { signal, progress }: Watch): Promise<JobResult> {
  const passphrase = passphraseOfCopies();
  const copy = await db().backupCopy.findUnique({
    where: { id, removedAt: null },
    select: { name: true, digest: true },
  });
  if (!copy) throw new Refusal('NOT_FOUND');
  const places = backupPlaces();
  const found: (Laid & { digest?: string | null; rows?: number | null })[] = [];
  for (const number of [1, 2] as const) {
    await progress(number - 1, 2, `носитель ${number}`);
    const place = places.find((one) => one.number === number);
    if (!place) found.push({ place: number, verified: false, trouble: 'unset' });
    else if (!(await isThere(place)) || !(await copiesIn(place)).includes(copy.name)) {
      found.push({ place: number, verified: false, trouble: 'missing' });
    } else found.push(await checkCopy(copy.name, place, { passphrase, digest: copy.digest, signal }));
  }
  const whole = found.find(({ verified }) => verified);
  await runAs(await systemActorNow(), recordCopy, {
    ...{ file: copy.name, digest: whole?.digest ?? null, rows: whole?.rows ?? null },
    places: found.map(({ place, verified, trouble }) => ({ place, verified, trouble })),
  });
  const words = found.map(
    ({ place, trouble }) => `носитель ${place}: ${trouble ? troubleWords[trouble] : 'копия цела'}`,
  );
  if (!whole) throw new Refusal('BACKUP_REFUSED', { detail: words.join('; ') });
  return { said: words.join('; ') };
}
