import Link from 'next/link';
import { Section } from '@/ui/section';
import type { NoticeLine } from '../notice-view';
import { NoticeList } from './notice-list';

/** On the start page: what has changed and is still ahead; nothing when nothing has. */
export function NoticesAhead({ notices }: { notices: readonly NoticeLine[] }) {
  if (notices.length === 0) return null;
  const [latest, rest] = [notices.slice(0, 3), notices.length - 3];
  return (
    <div className="single-wide">
      <Section
        id="notices"
        title="Объявления"
        end={
          <Link href="/notices" prefetch={false}>
            {rest > 0 ? `ещё ${rest}` : 'все'}
          </Link>
        }
      >
        <NoticeList notices={latest} />
      </Section>
    </div>
  );
}
