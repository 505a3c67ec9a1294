'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Printed = { code: string; number: string; pages: number };
type State =
  | { kind: 'ready' }
  | { kind: 'busy' }
  | { kind: 'done'; printed: Printed }
  | { kind: 'failed'; message: string };

const unreachable =
  'Сервер не ответил, ведомость не напечатана. Проверьте связь и нажмите ещё раз: второго экземпляра не будет.';

/** Prints the ledger that the preview shows. A repeated press after a lost answer has the same one effect (T-100). */
export function PrintButton({ reportId, params }: { reportId: string; params: Record<string, number | string> }) {
  const router = useRouter();
  const key = useRef('');
  const [state, setState] = useState<State>({ kind: 'ready' });
  const print = async () => {
    setState({ kind: 'busy' });
    key.current ||= crypto.randomUUID();
    try {
      const response = await fetch(`/api/reports/${reportId}/print`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key.current },
        body: JSON.stringify(params),
      });
      const answer = await response.json();
      key.current = '';
      if (!response.ok) return setState({ kind: 'failed', message: answer.error?.message ?? unreachable });
      setState({ kind: 'done', printed: answer });
      router.refresh();
    } catch {
      setState({ kind: 'failed', message: unreachable });
    }
  };
  return (
    <div className="report-print no-print">
      <Button look="main" onClick={print} disabled={state.kind === 'busy'}>
        {state.kind === 'busy' ? 'Печатается…' : 'Напечатать и внести в реестр'}
      </Button>
      {state.kind === 'failed' && (
        <Notice kind="error" live>
          {state.message}
        </Notice>
      )}
      {state.kind === 'done' && (
        <Notice kind="done" live>
          Ведомость № {state.printed.number}, страниц: {state.printed.pages}.{' '}
          <a
            href={`/api/reports/${reportId}/pdf?print=${state.printed.code}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            Открыть документ
          </a>
        </Notice>
      )}
    </div>
  );
}
