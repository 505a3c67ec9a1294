'use client';

import { useState } from 'react';
import { saveFile } from '@/features/accounts/print-slips';
import { Button } from '@/ui/button';
import { useStepUp } from '@/ui/step-up';
import { takeTable } from '../client/send-table';

/** All records of a kind as a file of the same columns; the server asks for the password first. */
export function TakeButtons({ kind, title }: { kind: string; title: string }) {
  const ask = useStepUp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (format: 'xlsx' | 'csv') => {
    if (busy) return;
    setBusy(true);
    const answer = await ask(() => takeTable(kind, format));
    setBusy(false);
    setFailure(answer.ok ? null : answer.error.message);
    if (answer.ok) saveFile(answer.result, `${title}.${format}`);
  };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} size="small" aria-disabled={busy || undefined} onClick={() => void take(format)}>
          Выгрузить {format.toUpperCase()}
        </Button>
      ))}
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
