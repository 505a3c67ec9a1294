'use client';

import { useEffect, useRef, useState } from 'react';
import { forgetLive } from '@/features/unsent/client/live';
import type { Owner } from '@/features/unsent/client/owner';
import { unsentOf } from '@/features/unsent/client/unsent-of';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { signOut } from '../sign-in';

type Question = { readonly kind: 'unsent'; readonly count: number } | { readonly kind: 'unreachable' };

/** Signing out clears the browser (T-068), so whoever has something unsent is asked first. */
export function Leaving({ owner, onStay }: { owner: Owner | null; onStay: () => void }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const begun = useRef(false);
  const leave = async () => {
    setQuestion(null);
    if (!(await signOut(owner?.person, forgetLive))) setQuestion({ kind: 'unreachable' });
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void unsentOf(owner).then((count) => (count === 0 ? leave() : setQuestion({ kind: 'unsent', count })));
  });
  if (question?.kind === 'unreachable')
    return (
      <Dialog
        open
        urgent
        title="Выйти не получилось"
        onClose={onStay}
        footer={
          <Button look="main" onClick={onStay}>
            Понятно
          </Button>
        }
      >
        <p>Нет связи с сервером: он ещё считает вас вошедшим. Выйдите снова, когда связь вернётся.</p>
      </Dialog>
    );
  if (!question) return null;
  return (
    <Dialog
      open
      urgent
      title="Не всё отправлено"
      onClose={onStay}
      footer={
        <>
          <Button look="main" onClick={onStay}>
            Остаться
          </Button>
          <Button onClick={() => void leave()}>Выйти без них</Button>
        </>
      }
    >
      <p>
        Ещё не на сервере: {counted(question.count, 'запись', 'записи', 'записей')}. При выходе браузер очищается, и
        введённое пропадёт. Дождитесь связи или откройте страницу, где оно введено, тогда оно уйдёт само.
      </p>
    </Dialog>
  );
}
