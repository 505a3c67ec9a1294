import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JobsPage } from '@/features/jobs/components/jobs-page';
import { loadAllJobs } from '@/features/jobs/load-jobs';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Фоновые задания' };

export default async function AdminJobsPage() {
  const jobs = await loadAllJobs(await requireActor());
  if (!jobs) notFound();
  return (
    <Page>
      <JobsPage jobs={jobs} />
    </Page>
  );
}
