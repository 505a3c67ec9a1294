'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { ActDialog } from '@/ui/act-dialog';
import { Button } from '@/ui/button';
import { FormField } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import { decideRequestAction, withdrawRequestAction } from '../actions';

/** Writes what the parent asked for into the card. */
export function AcceptButton({ id, student }: { id: number; student: string }) {
  return (
    <RowButton
      label="Принять"
      about={student}
      act={() => decideRequestAction({ requestId: id, accept: true, reply: '' })}
    />
  );
}

/** The parent takes the own request back. */
export function WithdrawRequest({ id, about }: { id: number; about: string }) {
  return <RowButton label="Отозвать" about={about} act={() => withdrawRequestAction({ requestId: id })} />;
}

type Answer = { ok: true } | { ok: false; error: { message: string } };

function RowButton({ label, about, act }: { label: string; about: string; act: () => Promise<Answer> }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const press = () =>
    start(async () => {
      const answer = await act().catch(() => null);
      setFailure(
        answer?.ok ? null : answer && 'error' in answer ? answer.error.message : 'Сервер не ответил. Повторите.',
      );
      router.refresh();
    });
  return (
    <>
      <Button size="small" disabled={busy} onClick={press}>
        {label}
        <span className="sr-only"> заявку: {about}</span>
      </Button>
      {failure && (
        <span role="alert" className="field-error">
          {failure}
        </span>
      )}
    </>
  );
}

/** A refusal with the reason that the parent reads. */
export function DeclineDialog({ id, student }: { id: number; student: string }) {
  return (
    <ActDialog
      label="Отклонить…"
      confirm="Отправить ответ"
      title={`Заявка родителя: ${student}`}
      small
      act={(form, key) => decideRequestAction({ requestId: id, accept: false, reply: formText(form, 'reply') }, key)}
    >
      <FormField
        name="reply"
        label="Ответ родителю"
        placeholder="Принесите, пожалуйста, документ"
        maxLength={500}
        required
      />
    </ActDialog>
  );
}
