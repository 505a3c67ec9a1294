import type { Metadata } from 'next';
import { canAny } from '@/access/actor';
import { NoticeBoard } from '@/features/notices/components/notice-board';
import { loadBoard } from '@/features/notices/load-notices';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Объявления' };

/** The notice board: changes of the timetable and what was written by hand, to whoever reads. */
export default async function NoticesPage() {
  const actor = await requireActor();
  return (
    <Page>
      <NoticeBoard view={await loadBoard(actor)} diary={canAny(actor, ['diary.viewOwn', 'diary.viewChild'])} />
    </Page>
  );
}
