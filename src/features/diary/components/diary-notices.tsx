import Link from 'next/link';
import { Sign } from '@/ui/sign';
import type { DiaryWeek } from '../diary-view';

/** Changes of the timetable and notices that are still ahead: one in full, several as a list that opens. */
export function DiaryNotices({ notices }: { notices: DiaryWeek['notices'] }) {
  const [first] = notices;
  if (!first) return null;
  return (
    <details className="debt diary-notices" open={notices.length === 1}>
      <summary>
        <Sign kind="attention" />
        <b>{notices.length === 1 ? first.title : `Объявления: ${notices.length}`}</b>
      </summary>
      <ul>
        {notices.map(({ id, title, text }) => (
          <li key={id}>
            {notices.length > 1 && <b>{title}. </b>}
            {text}
          </li>
        ))}
        <li>
          <Link href="/notices" prefetch={false}>
            Все объявления
          </Link>
        </li>
      </ul>
    </details>
  );
}
