'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useStepUp } from '@/ui/step-up';

type Answer = { ok: true; result: unknown } | { ok: false; error: { code: string; message: string } };

/** Runs an act of the administrator, asks for the password where it must, shows the page anew or the refusal. */
export function useAct() {
  const router = useRouter();
  const ask = useStepUp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function act(work: () => Promise<Answer>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    const answer = await ask(work).catch(() => null);
    setBusy(false);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, ничего не записано. Повторите.'));
    if (answer?.ok) router.refresh();
    return answer?.ok ?? false;
  }

  return { act, busy, failure };
}
