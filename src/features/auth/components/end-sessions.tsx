'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { endOwnSessionsAction } from '../actions';

/** Ends one session or all; after all of them the next page is the sign-in. */
export function EndSessions({ which, label }: { which: number | 'all'; label: string }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);

  async function end() {
    const answer = await endOwnSessionsAction({ sessionId: which }).catch(() => null);
    if (!answer?.ok) return setFailure(answer?.error.message ?? 'Сервер не ответил. Повторите.');
    if (which !== 'all') return router.refresh();
    sessionStorage.clear();
    window.location.replace('/login');
  }

  return (
    <>
      <Button size="small" onClick={() => void end()}>
        {label}
      </Button>
      <span role="status">{failure}</span>
    </>
  );
}
