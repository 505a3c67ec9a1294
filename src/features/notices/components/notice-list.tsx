import { fullDate } from '@/texts/format';
import type { NoticeLine } from '../notice-view';
import { WithdrawNotice } from './withdraw-notice';
import './notices.css';

/** Notices, the latest first. `desk`: on the board itself, where one's hand can also take them down. */
export function NoticeList({ notices, desk = false }: { notices: readonly NoticeLine[]; desk?: boolean }) {
  return (
    <ul className="notice-list">
      {notices.map(({ id, title, text, published, ahead, byHand }) => (
        <li key={id} className={ahead ? 'is-ahead' : undefined}>
          <span className="notice-head">
            <b>{title}</b>
            <span className="aside-note">{published}</span>
            {desk && byHand?.mayWithdraw && (
              <span className="push small no-print">
                <WithdrawNotice id={id} title={title} />
              </span>
            )}
          </span>
          {text && <span className="notice-words">{text}</span>}
          {byHand && (
            <span className="aside-note notice-words">
              {[byHand.author, byHand.to, desk && `по ${fullDate(byHand.until)}`].filter(Boolean).join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
