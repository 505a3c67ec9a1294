'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { blockAccountAction, unblockAccountAction } from '../actions';
import { useAct } from './use-act';

/** Closes or opens an account; it holds from the person's next click on. */
export function BlockForm({ personId, blocked }: { personId: number; blocked: boolean }) {
  const { act, busy, failure } = useAct();
  const [reason, setReason] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    void act(() => (blocked ? unblockAccountAction({ personId }) : blockAccountAction({ personId, reason })));
  }

  return (
    <form className="form-line" onSubmit={submit}>
      {!blocked && (
        <Field
          id="block-reason"
          label="Причина"
          value={reason}
          maxLength={200}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Button type="submit" look={blocked ? 'plain' : 'danger'} aria-disabled={busy || undefined}>
        {blocked ? 'Открыть учётную запись' : 'Закрыть учётную запись'}
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </form>
  );
}
