'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { checkCardAction } from '../actions';

/** «I have compared this card with the family»: once a half-year. */
export function CheckButton({ studentId, version }: { studentId: number; version: number }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const check = () =>
    start(async () => {
      const answer = await checkCardAction({ studentId, version }).catch(() => null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Повторите.'));
      router.refresh();
    });
  return (
    <>
      <Button disabled={busy} onClick={check}>
        Данные сверены с семьёй
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </>
  );
}
