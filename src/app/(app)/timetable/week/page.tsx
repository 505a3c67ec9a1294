import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { WeekPage } from '@/features/timetable/components/week-page';
import { loadWeek } from '@/features/timetable/load-week';
import { timetableAddress } from '@/features/timetable/params';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Неделя группы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?group=&period=&from=`: whose week, and from which day on. */
export default async function TimetableWeekPage({ searchParams }: Props) {
  const actor = await requireActor();
  const address = timetableAddress(await searchParams);
  if (!address) notFound();
  const view = await loadWeek(actor, address);
  if (!view && (address.group || address.period || !can(actor, 'timetable.view'))) notFound();
  return (
    <Page>
      {view ? (
        <WeekPage view={view} />
      ) : (
        <EmptyState title="Расписание составлять не для кого.">
          Сначала открывают учебный год, группы и их периоды.
        </EmptyState>
      )}
    </Page>
  );
}
