import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { childEnv } from '@/server/env';
import { Refusal } from '@/server/errors';
import { log } from '@/server/log';
import { runAs, systemActorNow } from '@/server/system-actor';
import type { Watch } from './dump-database';
import { backupPlaces, copiesIn, passphraseOfCopies } from './places';
import { recordCopy } from './record-copy';

/**
 * Restores the latest whole copy for trial, in a process and a PostgreSQL of their own that end with it, as on a machine where there
 * is only Node. @throws Refusal BACKUP_REFUSED when it does not come back equal
 */
export async function performDrill({ signal, progress }: Watch): Promise<JobResult> {
  passphraseOfCopies();
  const copy = await db().backupCopy.findFirst({
    where: { removedAt: null, places: { some: { verifiedAt: { not: null } } } },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    select: { name: true },
  });
  const file = copy && (await findFile(copy.name));
  if (!file) return { said: 'Проверенных копий на носителях ещё нет, восстанавливать нечего' };
  await progress(0, 1, copy.name);
  const child = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join('src', 'cli', 'main.ts'), 'backup', 'drill', file],
    { env: childEnv({ DATABASE_URL: undefined, DATABASE_URL_FILE: undefined }), signal },
  );
  if (child.child.pid) setPriority(child.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  await child.catch((error: unknown) => {
    signal.throwIfAborted();
    log.error({ event: 'backup-drill-failed', error });
    throw new Refusal('BACKUP_REFUSED', { detail: `копия ${copy.name} не восстановилась: ${lastLine(error)}` });
  });
  const { name } = copy;
  await runAs(await systemActorNow(), recordCopy, { file: name, drilled: true });
  return { said: `Копия ${name} восстановлена на пробу и совпала` };
}

async function findFile(name: string): Promise<string | null> {
  for (const place of backupPlaces()) {
    if ((await copiesIn(place)).includes(name)) return path.resolve(place.folder, name);
  }
  return null;
}

/** What the command said at last: a sentence for people, never rows. */
function lastLine(error: unknown): string {
  const { stderr = '' } = error as { stderr?: string };
  return stderr.trim().split('\n').at(-1) ?? '';
}
