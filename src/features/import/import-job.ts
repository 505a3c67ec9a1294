import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';

/** Checks a table that was brought, or writes it: whichever its state asks for. */
export const importJobKind = {
  kind: 'import',
  payload: z.strictObject({ runId: z.int().min(1) }),
} satisfies JobKind;
