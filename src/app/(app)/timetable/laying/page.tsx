import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { OwnJobs } from '@/features/jobs/components/own-jobs';
import { LayingPage } from '@/features/timetable/components/laying-page';
import { loadLaying } from '@/features/timetable/load-laying';
import { timetableAddress } from '@/features/timetable/params';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Расписание всех групп' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?period=`. */
export default async function TimetableLayingPage({ searchParams }: Props) {
  const actor = await requireActor();
  const address = timetableAddress(await searchParams);
  const view = address && (await loadLaying(actor, address.period));
  if (!view && (!address || address.period || !can(actor, 'timetable.view'))) notFound();
  const jobs = view && view.jobs.length > 0 && <OwnJobs jobs={view.jobs} after={() => null} />;
  return (
    <Page>
      {view ? (
        <LayingPage view={view} jobs={jobs} />
      ) : (
        <EmptyState title="Расписание составлять не для кого.">
          Сначала открывают учебный год, группы и их периоды.
        </EmptyState>
      )}
    </Page>
  );
}
