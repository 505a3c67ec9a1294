import { time } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Sign } from '@/ui/sign';
import type { Saving } from './client/desk';

type Props = {
  saving: Pick<Saving, 'link' | 'kept'>;
  /** Unsent values. */
  count: number;
  /** Zone of the institution. */
  timeZone: string;
  flush: () => void;
};

/** One calm sentence: what happened, what is kept, what to do (picture 03). */
export function LinkBand({ saving: { link, kept }, count, timeZone, flush }: Props) {
  if (link.kind === 'online') return null;
  const records = counted(count, 'запись хранится', 'записи хранятся', 'записей хранятся');
  const place = kept ? 'в этом браузере' : 'на этой странице';
  const stay = kept ? 'Вкладку можно и закрыть: записи хранятся сутки.' : 'Вкладку не закрывайте.';
  return (
    <div className="band" role="status">
      <Sign kind="attention" />
      <span>
        {link.kind === 'signedOut' ? (
          <>
            <b>{link.sentence}</b> {records} {place}. Если нужно, войдите{' '}
            <a href="/login" target="_blank" rel="noreferrer">
              в новой вкладке
            </a>
            , и они уйдут сами.
          </>
        ) : (
          <>
            <b>Нет связи с {time(new Date(link.since), timeZone)}.</b> Можно работать дальше:{' '}
            {count > 0 ? `${records} ${place} и уйдут сами` : `записи сохранятся ${place} и уйдут сами`}, когда связь
            вернётся. {stay}
          </>
        )}
      </span>
      {count > 0 && (
        <Button size="small" onClick={flush}>
          {link.kind === 'offline' ? 'Проверить связь' : 'Отправить'}
        </Button>
      )}
    </div>
  );
}
