import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FeedLink } from '@/features/calendar-feed/components/feed-link';
import { loadOwnFeed } from '@/features/calendar-feed/load-feed';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { TimetablePage } from '@/features/diary/components/timetable-page';
import { loadTimetable } from '@/features/diary/load-timetable';
import { diaryWeekAddress } from '@/features/diary/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Расписание' };

type Props = {
  params: Promise<{ studentId: string }>;
  searchParams: Promise<{ date?: string | string[] }>;
};

export default async function DiaryTimetablePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await diaryWeekAddress(params, searchParams);
  if (!address) notFound();
  const loaded = await loadTimetable(actor, address.studentId, address.date);
  if (!loaded) notFound();
  const feed = actor.studentId === address.studentId ? await loadOwnFeed(actor) : null;
  return (
    <DiaryFrame owner={loaded.owner}>
      <TimetablePage timetable={loaded.timetable} />
      {feed && (
        <div className="diary-feed">
          <FeedLink since={feed.since} />
        </div>
      )}
    </DiaryFrame>
  );
}
