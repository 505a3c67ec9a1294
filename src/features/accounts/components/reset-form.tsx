'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { useStepUp } from '@/ui/step-up';
import type { AccountView } from '../accounts-view';
import { newRequestKey, requestSlips, saveFile } from '../print-slips';

/** A slip for one person: opens the account or replaces a forgotten password. */
export function ResetForm({ account }: { account: AccountView }) {
  const { personId, name, login, suggestedLogin } = account;
  const router = useRouter();
  const ask = useStepUp();
  const [wanted, setWanted] = useState(suggestedLogin);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function print(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const person = login === null && wanted !== suggestedLogin ? { personId, login: wanted } : { personId };
    const request = { requestKey: newRequestKey(), people: [person] };
    const answer = await ask(() => requestSlips(request));
    setBusy(false);
    setFailure(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    saveFile(answer.result, `Листок ${name}.pdf`);
    router.refresh();
  }

  return (
    <form className="form-line" onSubmit={print}>
      {login === null && (
        <Field
          id="new-login"
          label="Логин"
          value={wanted}
          pattern="[a-z0-9._\-]{3,60}"
          hint="латинские буквы, цифры, точка, дефис"
          required
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <Button type="submit" look="main" aria-disabled={busy || undefined}>
        {login === null ? 'Открыть доступ и сохранить листок' : 'Новый пароль на листке'}
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </form>
  );
}
