'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { sendSchemeAction } from '../actions';

type Props = {
  schemeId: number;
  disabled: boolean;
  /** Saves what is typed; null when that did not work, which is said elsewhere. */
  ready: () => Promise<number | null>;
};

/** Saves and hands in with one press. */
export function SendButton({ schemeId, disabled, ready }: Props) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function send() {
    setBusy(true);
    const revision = await ready();
    const answer = revision === null ? undefined : await sendSchemeAction({ schemeId, revision }).catch(() => null);
    setBusy(false);
    if (answer === undefined) return;
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, КТП не отправлено. Повторите.'));
    if (answer?.ok) router.refresh();
  }

  return (
    <>
      <Button disabled={disabled || busy} onClick={() => void send()}>
        Отправить на проверку
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </>
  );
}
