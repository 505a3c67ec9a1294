'use client';

import { useEffect, useRef } from 'react';
import { time } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { factText } from '../client/cell-flags';
import { resolveConflict } from '../client/take-conflict';
import { placeWords } from '../client/undo';
import { useJournal, useJournalState } from './journal-context';

/** «Ваша запись» beside «Запись на сервере»; the choice is a person's (picture 04). */
export function ConflictDialog({ conflictKey, onClose }: { conflictKey: string; onClose: () => void }) {
  const { store, timeZone } = useJournal();
  const state = useJournalState((one) => one);
  const conflict = state.conflicts.get(conflictKey);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  if (!conflict) return null;
  const { target, by, at, mineAt } = conflict;
  const mine = factText(state, target, conflict.mine);
  const theirs = factText(state, target, conflict.theirs);
  const clock = (instant: string) => (instant === '' ? '' : time(new Date(instant), timeZone));
  const others = [...state.conflicts.keys()].filter((key) => key !== conflictKey);
  const choose = (choice: 'mine' | 'theirs') => store.set((old) => resolveConflict(old, conflictKey, choice));
  return (
    <Dialog
      open
      urgent
      title={`Расхождение · ${placeWords(state, target)}`}
      onClose={onClose}
      footer={
        <>
          <Button ref={keep} look="main" onClick={() => choose('theirs')}>
            Оставить «{theirs}»
          </Button>
          <Button onClick={() => choose('mine')}>
            {target.kind === 'removal' ? 'Удалить всё равно' : `Вернуть «${mine}»`}
          </Button>
          {others[0] && (
            <Button
              look="flat"
              onClick={() => store.set((old) => ({ ...old, dialog: { kind: 'conflict', key: others[0] ?? '' } }))}
            >
              ещё {counted(others.length, 'расхождение', 'расхождения', 'расхождений')}
            </Button>
          )}
        </>
      }
    >
      <div className="jg-vs">
        <div>
          <span className="xs t2">Ваша запись</span>
          <div className="big">{mine}</div>
          {clock(mineAt)}
        </div>
        <div>
          <span className="xs t2">Запись на сервере</span>
          <div className="big">{theirs}</div>
          {[clock(at), by].filter(Boolean).join(', ')}
        </div>
      </div>
      <p className="s t2">Пока выбор не сделан, действует запись на сервере. Обе останутся в истории.</p>
    </Dialog>
  );
}
