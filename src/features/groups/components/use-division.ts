'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { counted } from '@/texts/plural';
import { redivideGroupAction } from '../division-actions';

const unreachable = 'Сервер не ответил, деление не сохранено; выбранное осталось на странице. Повторите.';

type Wanted = Parameters<typeof redivideGroupAction>[0];

/** Sends a division; what was emptied by it in journals is told. */
export function useDivision() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);

  async function send(wanted: Wanted): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setDone(null);
    const answer = await redivideGroupAction(wanted).catch(() => null);
    setBusy(false);
    setFailure(answer?.ok ? null : (answer?.error.message ?? unreachable));
    if (answer && !answer.ok && answer.error.code === 'CONFLICT') router.refresh();
    if (!answer?.ok) return false;
    const { moved, voided } = answer.result;
    const values = voided.reduce(
      (sum, { marks, attendance, homework, grades }) => sum + marks + attendance + homework + grades,
      0,
    );
    const lost = values > 0 ? ` Записей, потерявших основание: ${values}; они остались в истории.` : '';
    setDone(`Сохранено: ${counted(moved, 'студент', 'студента', 'студентов')}.${lost}`);
    router.refresh();
    return true;
  }

  return { send, busy, failure, done };
}
