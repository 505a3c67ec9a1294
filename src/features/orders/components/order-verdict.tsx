import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { OrderDraft } from '../order-draft';
import type { OrderPreview } from '../preview-order';
import { VoidedList } from './voided-list';

type Props = {
  preview: OrderPreview;
  draft: OrderDraft;
  today: string;
  busy: boolean;
  onEnter: (seen: string) => void;
};

/** What the order will do, and the button that does it. */
export function OrderVerdict({ preview, draft, today, busy, onEnter }: Props) {
  const { students, voided, state } = preview;
  const past = draft.effectiveOn < today;
  const when = draft.effectiveOn > today ? 'начнёт действовать' : 'действует';
  return (
    <section aria-labelledby="verdict-title" className="order-verdict">
      <h2 id="verdict-title">Что будет</h2>
      <Notice kind={voided.length > 0 ? 'warning' : 'info'} live>
        Приказ касается {counted(students, 'студента', 'студентов', 'студентов')} и {when} с{' '}
        {fullDate(draft.effectiveOn)}.{voided.length === 0 && past && ' Внесённое в журналы он не затрагивает.'}
        {voided.length > 0 &&
          ' Записи в журналах после этого дня теряют основание: они станут недействительны, останутся в истории и не войдут в итоги.'}
        {voided.length > 0 && <VoidedList voided={voided} />}
      </Notice>
      <div className="order-foot">
        <Button look="main" disabled={busy} onClick={() => onEnter(state)}>
          {busy ? 'Вводится…' : 'Ввести приказ'}
        </Button>
        <span className="text-text2">Потом его можно отменить только другим приказом.</span>
      </div>
    </section>
  );
}
