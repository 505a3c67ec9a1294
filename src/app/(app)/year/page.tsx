import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { YearPage } from '@/features/academic-year/components/year-page';
import { loadYear } from '@/features/academic-year/load-year';
import { yearKeepers } from '@/features/academic-year/load-year-check';
import { NoYear } from '@/features/study-office/components/no-year';
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
  const wanted = { year: id('year'), group: id('group'), period: id('period') };
  const view = await loadYear(actor, wanted);
  const asked = Object.values(wanted).some((one) => one !== undefined);
  if (!view && (asked || !canAny(actor, yearKeepers))) notFound();
  return <Page>{view ? <YearPage view={view} /> : <NoYear title="Учебный год" />}</Page>;
}
