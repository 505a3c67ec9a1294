'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { useStepUp } from '@/ui/step-up';
import { requestBackupAction, requestCheckAction, requestDrillAction } from '../actions';

type Props = { label: string; name?: string; main?: boolean; disabled: boolean } & (
  | { act: 'backup' | 'drill' }
  | { act: 'check'; id: number }
);

/** Puts one work on copies into the queue; a second press of the same moment has no effect of its own. */
export function RequestButton(props: Props) {
  const { label, name, main, disabled } = props;
  const ask = useStepUp();
  const router = useRouter();
  const key = useRef('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const press = () =>
    start(async () => {
      key.current ||= crypto.randomUUID();
      const answer = await ask(() => send(props, key.current)).catch(() => null);
      if (answer) key.current = '';
      setRefusal(
        answer ? (answer.ok ? null : answer.error.message) : 'Сервер не ответил. Проверьте связь и повторите.',
      );
      router.refresh();
    });
  return (
    <>
      <Button
        look={main ? 'main' : 'plain'}
        size={main ? 'normal' : 'small'}
        disabled={busy || disabled}
        onClick={press}
        aria-label={name}
      >
        {label}
      </Button>
      {refusal && <span role="alert">{refusal}</span>}
    </>
  );
}

function send(props: Props, key: string) {
  if (props.act === 'check') return requestCheckAction({ id: props.id }, key);
  return props.act === 'drill' ? requestDrillAction({}, key) : requestBackupAction({}, key);
}
