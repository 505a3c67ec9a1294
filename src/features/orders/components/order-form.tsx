'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { enterOrderAction, previewOrderAction } from '../actions';
import type { OrderForm as Offered } from '../load-order-form';
import { emptyDraft, missingOf, type OrderActKind, type OrderDraft, orderOf } from '../order-draft';
import type { OrderPreview } from '../preview-order';
import './orders.css';
import { NewcomersTable } from './newcomers-table';
import { OrderFields } from './order-fields';
import { OrderVerdict } from './order-verdict';
import { StudentsChoice } from './students-choice';

type Props = { form: Offered; kind: OrderActKind; source: number | null };

const unreachable = 'Сервер не ответил, приказ не введён. Проверьте связь и повторите.';

/** One order with its students: filled in, looked at with what it takes away, entered. What was typed stays. */
export function OrderForm({ form, kind, source }: Props) {
  const router = useRouter();
  const key = useRef('');
  const [draft, setDraft] = useState<OrderDraft>(() => emptyDraft(kind, form.today));
  const [preview, setPreview] = useState<OrderPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function change(next: Partial<OrderDraft>) {
    setDraft((now) => ({ ...now, ...next }));
    setPreview(null);
    setFailure(null);
  }

  const look = () =>
    start(async () => {
      const answer = await previewOrderAction(orderOf(draft)).catch(() => null);
      setPreview(answer?.ok ? answer.result : null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? unreachable));
    });

  const enter = (seen: string) =>
    start(async () => {
      key.current ||= crypto.randomUUID();
      const answer = await enterOrderAction({ ...orderOf(draft), seen }, key.current).catch(() => null);
      if (answer) key.current = '';
      if (answer?.ok) return router.push(`/study/orders/${answer.result.orderId}`);
      setPreview(null);
      setFailure(answer?.error.message ?? unreachable);
    });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const missing = missingOf(draft);
    setFailure(missing);
    if (missing === null) look();
  }

  return (
    <form className="order-form" onSubmit={submit} noValidate>
      <OrderFields draft={draft} groups={form.groups} onChange={change} setDraft={setDraft} />
      {draft.kind === 'enrollment' && (
        <NewcomersTable rows={draft.newcomers} onChange={(newcomers) => change({ newcomers })} />
      )}
      <StudentsChoice
        draft={draft}
        form={form}
        source={source}
        onChange={(students) => change({ students })}
        onSource={(group) => router.replace(`/study/orders/new?kind=${draft.kind}&group=${group}`, { scroll: false })}
      />
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
      {preview ? (
        <OrderVerdict preview={preview} draft={draft} today={form.today} busy={busy} onEnter={enter} />
      ) : (
        <div className="order-foot">
          <Button type="submit" look="main" disabled={busy}>
            {busy ? 'Проверяется…' : 'Проверить приказ'}
          </Button>
          <span className="text-text2">Ничего не записывает: покажет, кого касается и что теряет основание.</span>
        </div>
      )}
    </form>
  );
}
