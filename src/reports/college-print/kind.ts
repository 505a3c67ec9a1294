import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';

/** The ledgers of these groups for a period, one after the other, then one package of them. */
export const printCollegeKind = {
  kind: 'print-college',
  payload: z.strictObject({ period: z.int().min(1), groups: z.array(z.int().min(1)).min(1).max(500) }),
} satisfies JobKind;

export type CollegePrint = z.output<typeof printCollegeKind.payload>;
