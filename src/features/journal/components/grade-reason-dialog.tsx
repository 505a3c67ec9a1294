'use client';

import { useEffect, useRef, useState } from 'react';
import type { GradeValue } from '@/domain/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { gradeSign, writeGrade } from '../client/grade';
import { stepDown } from '../client/move';
import { rowSummary } from '../client/summary';
import { useJournal, useJournalState } from './journal-context';

/** A grade that differs from the proposal is written only together with its reason (C-06). */
export function GradeReasonDialog(props: { row: number; value: GradeValue; onClose: () => void }) {
  const { row: index, value, onClose } = props;
  const { store } = useJournal();
  const state = useJournalState((one) => one);
  const row = state.rows[index];
  const [reason, setReason] = useState(row?.grade.reason ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  if (!row) return null;
  const proposed = rowSummary(row, state.lessons, state.regulation).proposal?.value ?? null;
  const write = () => store.set((old) => stepDown({ ...writeGrade(old, index, value, reason.trim()), dialog: null }));
  return (
    <Dialog open title={`Итоговая ${gradeSign(state, value)} · ${row.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') write();
        }}
      >
        <p>
          Предлагается «{gradeSign(state, proposed)}», вы ставите «{gradeSign(state, value)}». Напишите почему:
          обоснование увидит заместитель директора.
        </p>
        <textarea
          className="input"
          aria-label="Обоснование"
          rows={3}
          maxLength={500}
          required
          ref={field}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <p className="f">
          <Button type="submit" look="main">
            Поставить «{gradeSign(state, value)}»
          </Button>
          <Button onClick={onClose}>Не ставить</Button>
        </p>
      </form>
    </Dialog>
  );
}
