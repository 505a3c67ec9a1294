import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BackupPage } from '@/features/backup/components/backup-page';
import { loadBackups } from '@/features/backup/load-backups';
import { JobProgress } from '@/features/jobs/components/job-progress';
import { JobsRefresher } from '@/features/jobs/components/jobs-refresher';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Резервные копии' };

export default async function AdminBackupPage() {
  const backups = await loadBackups(await requireActor());
  if (!backups) notFound();
  const { jobs } = backups;
  return (
    <Page>
      <JobsRefresher moving={jobs.some((job) => job.moving)} />
      <BackupPage
        backups={backups}
        jobs={
          jobs.length > 0 && (
            <ul className="own-jobs" aria-label="Последние работы с копиями">
              {jobs.map((job) => (
                <li key={job.id}>
                  <span>
                    {job.title}, {job.created}
                  </span>
                  <JobProgress job={job} />
                </li>
              ))}
            </ul>
          )
        }
      />
    </Page>
  );
}
