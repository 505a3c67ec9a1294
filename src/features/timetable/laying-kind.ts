import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';

/** The lessons of these groups laid for a period, one group after the other. */
export const layGroupsKind = {
  kind: 'lay-groups',
  payload: z.strictObject({ period: z.int().min(1), groups: z.array(z.int().min(1)).min(1).max(500) }),
} satisfies JobKind;

export type GroupsToLay = z.output<typeof layGroupsKind.payload>;
