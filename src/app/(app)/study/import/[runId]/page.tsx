import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { RunPage } from '@/features/import/components/run-page';
import { runFilters } from '@/features/import/import-view';
import { loadRun } from '@/features/import/load-run';
import { JobProgress } from '@/features/jobs/components/job-progress';
import { JobsRefresher } from '@/features/jobs/components/jobs-refresher';
import { loadOwnJob } from '@/features/jobs/load-jobs';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Проверка таблицы' };

const search = z.object({
  show: z.enum(runFilters).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

type Props = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>;
};

export default async function StudyImportRunPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const query = search.safeParse(await searchParams);
  const id = parseId((await params).runId);
  if (!query.success || id === null) notFound();
  const found = await loadRun(actor, id, { filter: query.data.show ?? null, page: query.data.page });
  if (!found) notFound();
  const { view, jobId } = found;
  const job = jobId === null ? null : await loadOwnJob(actor, jobId);
  const shown = job && (job.moving || job.state === 'failed' || job.state === 'cancelled');
  const moving = job?.moving ?? false;
  return (
    <Page>
      <JobsRefresher moving={moving} />
      <RunPage view={view} progress={shown ? <JobProgress job={job} /> : null} moving={moving} />
    </Page>
  );
}
