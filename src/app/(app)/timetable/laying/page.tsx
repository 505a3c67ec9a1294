import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OwnJobs } from '@/features/jobs/components/own-jobs';
import { LayingPage } from '@/features/timetable/components/laying-page';
import { loadLaying } from '@/features/timetable/load-laying';
import { timetableAddress } from '@/features/timetable/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Расписание всех групп' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?period=`. */
export default async function TimetableLayingPage({ searchParams }: Props) {
  const actor = await requireActor();
  const address = timetableAddress(await searchParams);
  const view = address && (await loadLaying(actor, address.period));
  if (!view) notFound();
  const jobs = view.jobs.length > 0 && <OwnJobs jobs={view.jobs} after={() => null} />;
  return (
    <Page>
      <LayingPage view={view} jobs={jobs} />
    </Page>
  );
}
