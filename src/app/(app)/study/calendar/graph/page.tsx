import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { GraphPage } from '@/features/calendar/components/graph-page';
import { graphReaders, loadGraph } from '@/features/calendar/load-graph';
import { NoYear } from '@/features/study-office/components/no-year';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'График учебного процесса' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

/** `?year=`; what is no year of ours is not there. */
export default async function StudyGraphPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { year } = await searchParams;
  const wanted = typeof year === 'string' ? parseId(year) : undefined;
  if (wanted === null || Array.isArray(year)) notFound();
  const view = await loadGraph(actor, wanted);
  if (!view && (wanted !== undefined || !canAny(actor, graphReaders))) notFound();
  return <Page>{view ? <GraphPage view={view} /> : <NoYear title="График учебного процесса" />}</Page>;
}
