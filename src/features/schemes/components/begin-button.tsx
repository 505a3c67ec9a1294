'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type BeginProps = {
  label: string;
  look?: 'plain' | 'main';
  begin: () => Promise<{ ok: true; result: { id: number } } | { ok: false; error: { message: string } }>;
};

/** Begins a draft and goes there. */
export function Begin({ label, look = 'plain', begin }: BeginProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function press() {
    setBusy(true);
    const answer = await begin().catch(() => null);
    if (answer?.ok) return router.push(`/study/schemes/${answer.result.id}`);
    setBusy(false);
    setFailure(answer?.error.message ?? 'Сервер не ответил. Повторите.');
  }

  return (
    <>
      <Button look={look} size="small" disabled={busy} onClick={() => void press()}>
        {label}
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </>
  );
}
