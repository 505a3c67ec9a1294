import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FeedLink } from '@/features/calendar-feed/components/feed-link';
import { loadOwnFeed } from '@/features/calendar-feed/load-feed';
import { LessonsPage } from '@/features/timetable/components/lessons-page';
import { loadLessons } from '@/features/timetable/load-lessons';
import { timetableAddress } from '@/features/timetable/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Расписание' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?view=group|teacher|room|day`, whose, and `date`. */
export default async function TimetablePage({ searchParams }: Props) {
  const actor = await requireActor();
  const address = timetableAddress(await searchParams);
  if (!address) notFound();
  const [view, feed] = await Promise.all([loadLessons(actor, address), loadOwnFeed(actor)]);
  if (!view) notFound();
  return (
    <Page>
      <LessonsPage view={view} />
      {feed && (
        <div className="single-wide no-print">
          <FeedLink since={feed.since} />
        </div>
      )}
    </Page>
  );
}
