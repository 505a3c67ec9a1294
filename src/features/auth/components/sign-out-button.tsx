'use client';

import { useContext, useState } from 'react';
import { forgetLive } from '@/features/unsent/client/live';
import { OwnerContext } from '@/features/unsent/client/owner';
import { unsentOf } from '@/features/unsent/client/unsent-of';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { signOut } from '../sign-in';

/** Signing out clears the browser (T-068), so whoever has something unsent is asked first. */
export function SignOutButton() {
  const owner = useContext(OwnerContext);
  const [leaving, setLeaving] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const [unreachable, setUnreachable] = useState(false);

  async function ask() {
    if (leaving) return;
    setLeaving(true);
    const count = await unsentOf(owner);
    if (count === 0) return leave();
    setUnsent(count);
    setLeaving(false);
  }
  async function leave() {
    setUnsent(0);
    setLeaving(true);
    if (await signOut(owner?.person, forgetLive)) return;
    setUnreachable(true);
    setLeaving(false);
  }

  return (
    <>
      <button type="button" className="strip-out" onClick={ask}>
        {leaving ? 'Выходим…' : 'Выйти'}
      </button>
      <Dialog
        open={unsent > 0}
        urgent
        title="Не всё отправлено"
        onClose={() => setUnsent(0)}
        footer={
          <>
            <Button look="main" onClick={() => setUnsent(0)}>
              Остаться
            </Button>
            <Button onClick={() => void leave()}>Выйти без них</Button>
          </>
        }
      >
        <p>
          {counted(unsent, 'введённая запись', 'введённые записи', 'введённых записей')} ещё не на сервере. При выходе
          браузер очищается, и они пропадут. Дождитесь связи или вернитесь к ним на их странице, тогда они уйдут сами.
        </p>
      </Dialog>
      <Dialog
        open={unreachable}
        urgent
        title="Выйти не получилось"
        onClose={() => setUnreachable(false)}
        footer={
          <Button look="main" onClick={() => setUnreachable(false)}>
            Понятно
          </Button>
        }
      >
        <p>Нет связи с сервером: он ещё считает вас вошедшим. Выйдите снова, когда связь вернётся.</p>
      </Dialog>
    </>
  );
}
