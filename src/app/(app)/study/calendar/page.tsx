import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarPage } from '@/features/calendar/components/calendar-page';
import { loadCalendar } from '@/features/calendar/load-calendar';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебный календарь' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

/** `?year=`; what is no year of ours is not there. */
export default async function StudyCalendarPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { year } = await searchParams;
  const wanted = typeof year === 'string' ? parseId(year) : undefined;
  if (wanted === null || Array.isArray(year)) notFound();
  const view = await loadCalendar(actor, wanted);
  if (!view) notFound();
  return (
    <Page>
      <CalendarPage view={view} />
    </Page>
  );
}
