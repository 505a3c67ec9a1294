import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { CardView } from '../card-view';
import { gapLabels } from '../card-words';
import './card.css';
import { CardData } from './card-data';
import { CardForm } from './card-form';
import { CardHistory } from './card-history';
import { CardMarks } from './card-marks';
import { CheckButton } from './check-button';
import { CheckSign } from './check-sign';
import { Guardians } from './guardians';

/** One student: what the college knows, who the parents are, where the student has been and with which marks. */
export function CardPage({ card }: { card: CardView }) {
  const { studentId, name, group, gaps, abilities } = card;
  return (
    <div className="single">
      <Link href="/study/people" prefetch={false}>
        ‹ Студенты
      </Link>
      <div className="day-head">
        <h1>{name}</h1>
        <span className="text-text2">{group ?? 'не числится в группах'}</span>
        {abilities.diary && (
          <Link className="push" href={`/diary/${studentId}`} prefetch={false}>
            дневник
          </Link>
        )}
      </div>
      <CardState card={card} />
      <Section id="data" title="Личные данные" note={gaps.length > 0 ? `не хватает: ${gaps.length}` : 'всё заполнено'}>
        {abilities.edit ? <CardForm key={card.version} card={card} /> : <CardData card={card} />}
      </Section>
      <Section id="guardians" title="Родители" note={counted(card.guardians.length, 'человек', 'человека', 'человек')}>
        <Guardians card={card} />
      </Section>
      <Section id="history" title="Движение" note="по приказам">
        <CardHistory stays={card.stays} orders={abilities.orders} />
      </Section>
      {card.marks && (
        <Section id="marks" title="Отметки" note="каждая – в журнале той группы, где поставлена">
          <CardMarks courses={card.marks} present={group} />
        </Section>
      )}
    </div>
  );
}

/** What is missing and when the card was checked, with the act that checks it. */
function CardState({ card }: { card: CardView }) {
  const { gaps, check, studentId, version, abilities } = card;
  return (
    <div className="card-state">
      {gaps.length > 0 ? (
        <State kind="attention">Не хватает: {gaps.map((gap) => gapLabels[gap]).join(', ')}</State>
      ) : (
        <State kind="done">Карточка полная</State>
      )}
      <span>
        <CheckSign state={check.state} />
        {check.last && (
          <span className="text-text2">
            {' '}
            {fullDate(check.last.on)}, {check.last.by}
          </span>
        )}
      </span>
      {abilities.edit && check.state !== 'done' && <CheckButton studentId={studentId} version={version} />}
    </div>
  );
}
