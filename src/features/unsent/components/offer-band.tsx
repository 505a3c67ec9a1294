'use client';

import { shortDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { Sign } from '@/ui/sign';
import { countOf, type Kept } from '../client/kept';

/** What is kept, since when, and the ways to its pages. */
export function OfferBand({ left, timeZone }: { left: readonly Kept[]; timeZone: string }) {
  const places = [...new Set(left.map(({ place }) => place))];
  const since = Math.min(...left.map((one) => one.since));
  const count = left.reduce((sum, one) => sum + countOf(one), 0);
  return (
    <div className="band no-print" role="status">
      <Sign kind="attention" />
      <span>
        <b>Не отправлено: {counted(count, 'запись', 'записи', 'записей')}</b> с{' '}
        {shortDateTime(new Date(since), timeZone)}. Хранятся в этом браузере сутки; откройте страницу, и они уйдут сами.
      </span>
      {places.map((place) => (
        <ButtonLink key={place} size="small" href={place}>
          {place.startsWith('/journal/') ? 'Открыть журнал' : 'Открыть лист дня'}
        </ButtonLink>
      ))}
    </div>
  );
}
