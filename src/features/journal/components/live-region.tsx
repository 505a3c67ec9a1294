'use client';

import { useJournalState } from './journal-context';

/** What a screen reader is told without being asked: refusals, what a command did, the connection. */
export function LiveRegion() {
  const notice = useJournalState((state) => state.notice);
  const link = useJournalState((state) => state.link.kind);
  const saved = useJournalState((state) => state.savedAt !== null && state.pending.size === 0 && !state.inFlight);
  const words = {
    online: saved ? 'Сохранено' : '',
    offline: 'Нет связи, записи хранятся',
    signedOut: 'Записи ждут: сохранить сейчас нельзя',
  };
  return (
    <>
      <div className="sr-only" role="status">
        {words[link]}
      </div>
      <div role="status" className={notice ? `jg-notice jg-${notice.tone}` : 'sr-only'}>
        {notice?.text}
      </div>
    </>
  );
}
