'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { cancelWorksAction } from '../actions';

/** Calls works off, or ends them before their time. */
export function CancelWorksButton({ id, words, span }: { id: number; words: string; span: string }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const cancel = () =>
    start(async () => {
      const answer = await cancelWorksAction({ id }).catch(() => null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Повторите.'));
      router.refresh();
    });
  return (
    <>
      <Button size="small" disabled={busy} onClick={cancel}>
        {words}
        <span className="sr-only"> работы {span}</span>
      </Button>
      {failure && (
        <span role="alert" className="field-error">
          {failure}
        </span>
      )}
    </>
  );
}
