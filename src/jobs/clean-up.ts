import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';
import { removeOld } from '@/features/jobs/remove-old';
import { removePackages } from '@/reports/college-print/remove-packages';
import { number } from '@/texts/format';
import { defineJob } from './define-job';

export const cleanUpKind = { kind: 'clean-up', payload: z.strictObject({}) } satisfies JobKind;

/** Removes service rows and packages whose time is over, each night. */
export const cleanUp = defineJob(cleanUpKind, async (_, { progress }) => {
  const removed = (await removePackages()) + (await removeOld(progress));
  return { said: `Убрано записей: ${number(removed)}` };
});
