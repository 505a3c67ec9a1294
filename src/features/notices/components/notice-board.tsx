import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';
import type { NoticeBoardView } from '../notice-view';
import { NoticeList } from './notice-list';
import { WriteNotice } from './write-notice';

type Props = {
  view: NoticeBoardView /** The reader came from a diary, whose strip has no other way back. */;
  diary: boolean;
};

/** The notice board of the college. */
export function NoticeBoard({ view: { notices, desk }, diary }: Props) {
  return (
    <div className="single">
      {diary && (
        <Link href="/diary" prefetch={false}>
          ‹ Дневник
        </Link>
      )}
      <div className="day-head">
        <h1>Объявления</h1>
        {desk && (
          <span className="push no-print">
            <WriteNotice {...desk} />
          </span>
        )}
      </div>
      {notices.length === 0 ? (
        <EmptyState title="Объявлений нет.">
          Здесь появляются изменения расписания и объявления учебной части.
        </EmptyState>
      ) : (
        <NoticeList notices={notices} desk />
      )}
    </div>
  );
}
