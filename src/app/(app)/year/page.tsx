import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { YearPage } from '@/features/academic-year/components/year-page';
import { loadYear } from '@/features/academic-year/load-year';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебный год' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?year=`, and `&group=&period=` for one place in full; what is no id of ours is not there. */
export default async function AcademicYearPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = await searchParams;
  const id = (name: string): number | undefined => {
    const value = query[name];
    if (value === undefined) return undefined;
    return (typeof value === 'string' ? parseId(value) : null) ?? notFound();
  };
  const view = await loadYear(actor, { year: id('year'), group: id('group'), period: id('period') });
  if (!view) notFound();
  return (
    <Page>
      <YearPage view={view} />
    </Page>
  );
}
