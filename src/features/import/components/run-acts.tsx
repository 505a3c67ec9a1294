'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { confirmImportAction, discardImportAction } from '../actions';

/** Writes what was checked, or gives it up. */
export function RunActs({ id, writable, again }: { id: number; writable: boolean; again: boolean }) {
  const router = useRouter();
  const key = useRef('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const confirm = () =>
    start(async () => {
      key.current ||= crypto.randomUUID();
      const answer = await confirmImportAction({ runId: id }, key.current).catch(() => null);
      if (answer) key.current = '';
      setRefusal(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Проверьте связь и повторите.'));
      router.refresh();
    });
  const discard = () =>
    start(async () => {
      const answer = await discardImportAction({ runId: id }).catch(() => null);
      if (answer?.ok) return router.push('/study/import');
      setRefusal(answer?.error.message ?? 'Сервер не ответил. Проверьте связь и повторите.');
    });
  return (
    <div className="import-acts">
      {writable && (
        <Button look="main" disabled={busy} onClick={confirm}>
          {again ? 'Записать ещё раз' : 'Записать'}
        </Button>
      )}
      <Button disabled={busy} onClick={discard}>
        Отбросить
      </Button>
      {refusal && <span role="alert">{refusal}</span>}
    </div>
  );
}
