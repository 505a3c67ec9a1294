'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { secondsLeft, watchContacts } from '../session-clock';

const warnBefore = 120; // seconds (T-007)

type Props = { idleSeconds: number; lifeSeconds: number };

/** Two minutes before the sign-in ends without work it says so; one key goes on (T-007). */
export function IdleWatch({ idleSeconds, lifeSeconds }: Props) {
  const [left, setLeft] = useState(idleSeconds);

  useEffect(() => {
    const contacts = watchContacts();
    const opened = Date.now();
    const look = () =>
      setLeft(secondsLeft({ opened, contact: contacts.last(), now: Date.now(), idleSeconds, lifeSeconds }));
    const timer = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      contacts.stop();
    };
  }, [idleSeconds, lifeSeconds]);

  async function goOn() {
    const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null);
    if (answer?.status === 401) return window.location.assign('/login');
    if (answer?.ok) setLeft(idleSeconds);
  }

  const over = left <= 0;
  return (
    <Dialog
      open={left <= warnBefore}
      title={over ? 'Вход закончился' : 'Вход скоро закончится'}
      onClose={() => void goOn()}
      urgent
      footer={
        <Button look="main" autoFocus onClick={() => void goOn()}>
          {over ? 'Войти снова' : 'Продолжить работу'}
        </Button>
      }
    >
      <p>
        {over
          ? 'За компьютером долго не работали. Введённое на странице не пропало: войдите снова.'
          : 'За компьютером долго не работали. Через две минуты понадобится войти снова.'}
      </p>
    </Dialog>
  );
}
