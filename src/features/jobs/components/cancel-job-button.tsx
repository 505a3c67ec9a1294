'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { cancelJobAction } from '../actions';

/** Stops a job; what it has already entered into the register stays there. */
export function CancelJobButton({ id, title }: { id: number; title: string }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const cancel = () =>
    start(async () => {
      const answer = await cancelJobAction({ id });
      setRefusal(answer.ok ? null : answer.error.message);
      router.refresh();
    });
  return (
    <>
      <Button size="small" disabled={busy} onClick={cancel} aria-label={`Отменить: ${title}`}>
        Отменить
      </Button>
      {refusal && <span role="alert">{refusal}</span>}
    </>
  );
}
