'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { changeWeekAction } from '../actions';
import type { WeekEntry, WeekView } from '../week-view';

type Changes = Parameters<typeof changeWeekAction>[0]['changes'];
export type Place = Pick<WeekEntry, 'weekday' | 'classPeriod' | 'parity' | 'room'>;
/** What takes an act back, once its answer has told the id of what was placed. */
type Inverse = (placed: number) => Changes;

const unreachable = 'Сервер не ответил. Проверьте связь и повторите.';

/** Sends changes of the week one act at a time and shows the week as the server then has it; the last act can be taken back. */
export function useWeek({ group, period, from }: Pick<WeekView, 'group' | 'period' | 'from'>) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [inverse, setInverse] = useState<Changes | null>(null);
  const [sending, setSending] = useState(false);
  const [refreshing, refresh] = useTransition();
  // until the new week is there its versions are not known: a second act would be told that somebody else was first
  const busy = sending || refreshing;

  const send = async (changes: Changes, done: string, after?: () => void, back?: Inverse): Promise<void> => {
    if (busy) return;
    setSending(true);
    const wish = { groupId: group.id, periodId: period.id, from, changes };
    const answer = await changeWeekAction(wish, crypto.randomUUID()).catch(() => null);
    setSending(false);
    setRefusal(answer?.ok ? null : (answer?.error.message ?? unreachable));
    if (answer?.ok) {
      setSaid(done);
      setInverse(back?.(answer.result.ids[0] ?? 0) ?? null);
      after?.();
    }
    // what stands in the way is known already; anything else may have changed the week
    if (answer?.ok || answer?.error.code !== 'CLASH') refresh(() => router.refresh());
  };
  return {
    busy,
    said,
    refusal,
    mayUndo: inverse !== null && !busy,
    clear: () => setRefusal(null),
    place: (sectionId: number, place: Place, after: () => void) =>
      send([{ act: 'place', sectionId, ...place }], 'Поставлено.', after, (entryId) => [
        { act: 'remove', entryId, version: 0 },
      ]),
    alter: (entry: WeekEntry, place: Place, after?: () => void) =>
      send([{ act: 'alter', ...known(entry), ...place }], 'Изменено.', after, (entryId) => [
        { act: 'alter', entryId, version: entryId === entry.entryId ? entry.version + 1 : 0, ...placeOf(entry) },
      ]),
    remove: (entry: WeekEntry, after?: () => void) =>
      send(
        [{ act: 'remove', ...known(entry) }],
        'Убрано.',
        after,
        entry.endsOn === period.endsOn && entry.startsOn <= from
          ? () => [{ act: 'place', sectionId: entry.sectionId, ...placeOf(entry) }]
          : undefined,
      ),
    undo: () => {
      if (inverse) void send(inverse, 'Возвращено.');
    },
  };
}

export type Week = ReturnType<typeof useWeek>;

const known = ({ entryId, version }: WeekEntry) => ({ entryId, version });

const placeOf = ({ weekday, classPeriod, parity, room }: Place): Place => ({ weekday, classPeriod, parity, room });
