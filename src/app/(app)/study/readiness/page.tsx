import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { ReadinessPage } from '@/features/readiness/components/readiness-page';
import { loadReadiness } from '@/features/readiness/load-readiness';
import { NoYear } from '@/features/study-office/components/no-year';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Готовность к учебному году' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

/** `?year=`; what is no year of ours is not there. */
export default async function StudyReadinessPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { year } = await searchParams;
  const wanted = typeof year === 'string' ? parseId(year) : undefined;
  if (wanted === null || Array.isArray(year)) notFound();
  const view = await loadReadiness(actor, wanted);
  if (!view && (wanted !== undefined || !can(actor, 'study.view'))) notFound();
  return <Page>{view ? <ReadinessPage view={view} /> : <NoYear title="Готовность к учебному году" />}</Page>;
}
