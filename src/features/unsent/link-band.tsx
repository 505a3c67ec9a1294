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
  const unsent = count > 0 ? `Не отправлено: ${counted(count, 'запись', 'записи', 'записей')}. ` : '';
  const place = kept ? 'в этом браузере' : 'на этой странице';
  const stay = kept ? 'вкладку можно и закрыть' : 'вкладку не закрывайте';
  return (
    <div className="band">
      <Sign kind="attention" />
      <span>
        {link.kind === 'signedOut' ? (
          <>
            <b>{link.sentence}</b> {unsent}Введённое хранится {place}. Если нужно, войдите{' '}
            <a href="/login" target="_blank" rel="noreferrer">
              в новой вкладке
            </a>
            , и оно уйдёт само.
          </>
        ) : (
          <>
            <b>Нет связи с {time(new Date(link.since), timeZone)}.</b> {unsent}Можно работать дальше: введённое хранится{' '}
            {place} и уйдёт само, когда связь вернётся; {stay}.
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
