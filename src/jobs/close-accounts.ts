import { z } from 'zod';
import { closeEnded } from '@/features/accounts/close-ended';
import type { JobKind } from '@/features/jobs/job-kind';
import { runAs, systemActorNow } from '@/server/system-actor';
import { defineJob } from './define-job';

export const closeAccountsKind = { kind: 'close-accounts', payload: z.strictObject({}) } satisfies JobKind;

/** Each night: accounts of the dismissed, expelled and graduated are closed (T-014). */
export const closeAccounts = defineJob(closeAccountsKind, async () => {
  const { closed } = await runAs(await systemActorNow(), closeEnded, {});
  return { said: `Закрыто учётных записей: ${closed}` };
});
