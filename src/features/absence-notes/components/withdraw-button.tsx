'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { withdrawNoteAction } from '../actions';

/** Takes a note back that the curator has not answered yet. */
export function WithdrawButton({ noteId, days }: { noteId: number; days: string }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const answer = await withdrawNoteAction({ noteId }).catch(() => null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Повторите.'));
      router.refresh();
    });
  return (
    <span className="withdraw">
      <Button size="big" disabled={busy} onClick={withdraw}>
        Отозвать<span className="sr-only"> заявку: {days}</span>
      </Button>
      {failure && (
        <span role="alert" className="field-error">
          {failure}
        </span>
      )}
    </span>
  );
}
