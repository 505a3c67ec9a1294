import type { NoticeLine } from '../load-notices';
import './notices.css';

/** Notices, the latest first. */
export function NoticeList({ notices }: { notices: readonly NoticeLine[] }) {
  return (
    <ul className="notice-list">
      {notices.map(({ id, title, text, published, ahead }) => (
        <li key={id} className={ahead ? 'is-ahead' : undefined}>
          <b>{title}</b> <span className="aside-note">{published}</span>
          <span className="notice-words">{text}</span>
        </li>
      ))}
    </ul>
  );
}
