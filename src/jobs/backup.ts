import { backupKind, checkBackupKind, drillBackupKind } from '@/features/backup/kinds';
import { performBackup } from '@/features/backup/perform-backup';
import { performCheck } from '@/features/backup/perform-check';
import { performDrill } from '@/features/backup/perform-drill';
import { defineJob } from './define-job';

/** A copy of the whole database on both media, each night and on demand (R-149, T-110). */
export const backupJob = defineJob(backupKind, (_, context) => performBackup(context));

export const checkBackupJob = defineJob(checkBackupKind, ({ id }, context) => performCheck(id, context));

/** Each week: a copy that was not restored is a hope (T-111). */
export const drillBackupJob = defineJob(drillBackupKind, (_, context) => performDrill(context));
