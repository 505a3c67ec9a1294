import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { NoYear } from '@/features/study-office/components/no-year';
import { yearQuery } from '@/features/study-office/year-query';
import { StreamsPage } from '@/features/teaching-load/components/streams-page';
import { loadReaders } from '@/features/teaching-load/load-overview';
import { loadStreams } from '@/features/teaching-load/load-streams';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Потоки' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

export default async function TeachingStreamsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const year = yearQuery((await searchParams).year);
  const view = year === null ? null : await loadStreams(actor, year);
  if (!view && (year !== undefined || !canAny(actor, loadReaders))) notFound();
  return <Page>{view ? <StreamsPage view={view} /> : <NoYear title="Потоки" />}</Page>;
}
