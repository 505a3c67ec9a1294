import type { ReactNode } from 'react';
import { fullDate } from '@/texts/format';
import type { CardView } from '../card-view';
import { socialStatusLabels } from '../card-words';

/** The card of somebody whom the reader only sees. */
export function CardData({ card }: { card: CardView }) {
  return (
    <dl className="pairs">
      <Pair term="Дата рождения">{card.birthDate && fullDate(card.birthDate)}</Pair>
      <Pair term="Зачётная книжка">{card.recordNumber}</Pair>
      <Pair term="Телефон">{card.phone}</Pair>
      <Pair term="Электронная почта">{card.email}</Pair>
      <Pair term="Адрес регистрации">{card.registeredAddress}</Pair>
      <Pair term="Адрес проживания">{card.livingAddress}</Pair>
      <Pair term="Социальный статус">
        {card.socialStatuses.map((status) => socialStatusLabels[status]).join(', ') || null}
      </Pair>
    </dl>
  );
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children ?? <span className="text-text3">не указано</span>}</dd>
    </div>
  );
}
