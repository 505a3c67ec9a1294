'use client';

import { time } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Sign } from '@/ui/sign';
import { waiting } from '../client/cell-flags';
import { useJournal, useJournalState } from './journal-context';

/** One calm sentence: what happened, what is kept, what to do (picture 03). */
export function OfflineBand() {
  const { timeZone, flush } = useJournal();
  const link = useJournalState((state) => state.link);
  const count = useJournalState((state) => waiting(state).length);
  if (link.kind === 'online') return null;
  const records = counted(count, 'запись хранится', 'записи хранятся', 'записей хранятся');
  return (
    <div className="jg-band">
      <Sign kind="attention" />
      <span>
        {link.kind === 'offline' ? (
          <>
            <b>Нет связи с {time(new Date(link.since), timeZone)}.</b> {records} на этой странице и уйдут сами, когда
            связь вернётся. Можно работать дальше; вкладку не закрывайте.
          </>
        ) : (
          <>
            <b>{link.sentence}</b> {records} на этой странице. Если нужно, войдите{' '}
            <a href="/login" target="_blank" rel="noreferrer">
              в новой вкладке
            </a>{' '}
            и нажмите «Отправить».
          </>
        )}
      </span>
      <Button size="small" onClick={flush}>
        {link.kind === 'offline' ? 'Проверить связь' : 'Отправить'}
      </Button>
    </div>
  );
}
