import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';

/** A new copy on both media. */
export const backupKind = { kind: 'backup', payload: z.strictObject({}) } satisfies JobKind;

/** A copy read again from beginning to end on both media. */
export const checkBackupKind = {
  kind: 'backup-check',
  payload: z.strictObject({ id: z.int().min(1) }),
} satisfies JobKind;

/** The latest copy restored into a database that is thrown away (T-111). */
export const drillBackupKind = { kind: 'backup-drill', payload: z.strictObject({}) } satisfies JobKind;

export const backupKinds: readonly string[] = [backupKind.kind, checkBackupKind.kind, drillBackupKind.kind];
