import { z } from 'zod';
import { dropOrphans } from '@/features/files/drop-bytes';
import type { JobKind } from '@/features/jobs/job-kind';
import { removeOld } from '@/features/jobs/remove-old';
import { removePackages } from '@/reports/college-print/remove-packages';
import { number } from '@/texts/format';
import { defineJob } from './define-job';

export const cleanUpKind = { kind: 'clean-up', payload: z.strictObject({}) } satisfies JobKind;

/** Removes service rows and packages whose time is over, and what uploads left that broke off, each night. */
export const cleanUp = defineJob(cleanUpKind, async (_, { progress }) => {
  const removed = (await removePackages()) + (await dropOrphans()) + (await removeOld(progress));
  return { said: `Убрано записей: ${number(removed)}` };
});
