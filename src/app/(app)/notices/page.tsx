import type { Metadata } from 'next';
import { NoticeList } from '@/features/notices/components/notice-list';
import { loadNotices } from '@/features/notices/load-notices';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Объявления' };

/** Notices of changes of the timetable to whoever reads. */
export default async function NoticesPage() {
  const notices = await loadNotices(await requireActor());
  return (
    <Page>
      <div className="single">
        <div className="day-head">
          <h1>Объявления</h1>
        </div>
        {notices.length === 0 ? (
          <EmptyState title="Объявлений нет.">Здесь появляются изменения расписания.</EmptyState>
        ) : (
          <NoticeList notices={notices} />
        )}
      </div>
    </Page>
  );
}
