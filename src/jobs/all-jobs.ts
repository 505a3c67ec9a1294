import { backupKind, drillBackupKind } from '@/features/backup/kinds';
import { checkPapersKind } from '@/reports/register/check-papers';
import { backupJob, checkBackupJob, drillBackupJob } from './backup';
import { checkPapersJob } from './check-papers';
import { cleanUp, cleanUpKind } from './clean-up';
import { closeAccounts, closeAccountsKind } from './close-accounts';
import type { JobHandler } from './define-job';
import { importJob } from './import';
import { layGroupsJob } from './lay-groups';
import { printCollegeJob } from './print-college';
import type { PeriodicJob } from './schedule';

/** Every kind of background work of the product. One file in this folder and one line here make a job. */
export const handlers: readonly JobHandler[] = [
  cleanUp,
  closeAccounts,
  printCollegeJob,
  importJob,
  layGroupsJob,
  checkPapersJob,
  backupJob,
  checkBackupJob,
  drillBackupJob,
];

/** What the timetable asks for. */
export const periodic: readonly PeriodicJob[] = [
  { job: backupKind, rhythm: { dailyAt: '02:10' } },
  { job: drillBackupKind, rhythm: { dailyAt: '05:10', weekday: 7 } },
  { job: cleanUpKind, rhythm: { dailyAt: '03:10' } },
  { job: checkPapersKind, rhythm: { dailyAt: '04:10' } },
  { job: closeAccountsKind, rhythm: { dailyAt: '00:05' } },
];
