'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { changeWeekAction } from '../actions';
import type { WeekEntry, WeekView } from '../week-view';

type Changes = Parameters<typeof changeWeekAction>[0]['changes'];
export type Place = Pick<WeekEntry, 'weekday' | 'classPeriod' | 'parity' | 'room'>;

const unreachable = 'Сервер не ответил. Проверьте связь и повторите.';

/** Sends changes of the week one act at a time and shows the week as the server then has it. */
export function useWeek({ group, period, from }: Pick<WeekView, 'group' | 'period' | 'from'>) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const send = (changes: Changes, done: string, after?: () => void): void => {
    if (busy) return;
    start(async () => {
      const wish = { groupId: group.id, periodId: period.id, from, changes };
      const answer = await changeWeekAction(wish, crypto.randomUUID()).catch(() => null);
      if (answer?.ok) {
        setRefusal(null);
        setSaid(done);
        after?.();
      } else setRefusal(answer?.error.message ?? unreachable);
      router.refresh();
    });
  };
  const known = ({ entryId, version }: WeekEntry) => ({ entryId, version });
  return {
    busy,
    said,
    refusal,
    clear: () => setRefusal(null),
    place: (sectionId: number, place: Place, after: () => void) =>
      send([{ act: 'place', sectionId, ...place }], 'Поставлено.', after),
    alter: (entry: WeekEntry, place: Place, after?: () => void) =>
      send([{ act: 'alter', ...known(entry), ...place }], 'Изменено.', after),
    remove: (entry: WeekEntry, after?: () => void) => send([{ act: 'remove', ...known(entry) }], 'Убрано.', after),
  };
}

export type Week = ReturnType<typeof useWeek>;
