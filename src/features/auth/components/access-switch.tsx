'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { decideOwnAccessAction } from '../actions';

/** An adult student decides whether the parents see the diary; without a decision they do not (G-11). */
export function AccessSwitch({ allowed }: { allowed: boolean | null }) {
  const [state, setState] = useState(allowed);
  const [failure, setFailure] = useState<string | null>(null);

  async function decide(next: boolean) {
    const answer = await decideOwnAccessAction({ allowed: next }).catch(() => null);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, решение не записано. Повторите.'));
    if (answer?.ok) setState(next);
  }

  return (
    <>
      <p className="done-line spread">
        {state ? 'Родители видят ваш дневник: вы это разрешили.' : 'Родители не видят ваш дневник: вам есть 18 лет.'}
        <Button onClick={() => void decide(!state)}>{state ? 'Закрыть дневник' : 'Разрешить родителям'}</Button>
      </p>
      <p role="status" className="sub">
        {failure ?? 'Решение можно изменить в любой день, оно действует сразу.'}
      </p>
    </>
  );
}
