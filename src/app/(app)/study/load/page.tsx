import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { NoYear } from '@/features/study-office/components/no-year';
import { yearQuery } from '@/features/study-office/year-query';
import { OverviewPage } from '@/features/teaching-load/components/overview-page';
import { loadOverview, loadReaders } from '@/features/teaching-load/load-overview';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебная нагрузка' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

export default async function LoadPage({ searchParams }: Props) {
  const actor = await requireActor();
  const year = yearQuery((await searchParams).year);
  const view = year === null ? null : await loadOverview(actor, year);
  if (!view && (year !== undefined || !canAny(actor, loadReaders))) notFound();
  return <Page>{view ? <OverviewPage view={view} /> : <NoYear title="Учебная нагрузка" />}</Page>;
}
