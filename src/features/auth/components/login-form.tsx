'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { CheckField } from '@/ui/field';
import { type SignInFailure, signIn } from '../sign-in';
import { FailureNotice } from './failure-notice';
import { PasswordLine } from './password-line';

/** `returnTo` has been checked to be a path of our own (T-048). */
export function LoginForm({ returnTo }: { returnTo: string }) {
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    setBusy(true);
    setFailure(null);
    const failed = await signIn({
      login: String(data.get('login') ?? '').trim(),
      password: String(data.get('password') ?? ''),
      shared: data.get('shared') === 'on',
    });
    if (!failed) return window.location.assign(returnTo);
    setFailure(failed);
    setBusy(false);
    form.querySelector<HTMLInputElement>('#password')?.focus();
  }

  return (
    <form method="post" action="/login" onSubmit={submit}>
      <div className="label-field">
        <label htmlFor="login">Логин</label>
        <div className="label-line">
          <input
            id="login"
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            required
          />
        </div>
      </div>
      <PasswordLine />
      <CheckField name="shared" label="Чужой компьютер: выйти через 15 минут без работы" />
      <div role="alert">{failure && <FailureNotice failure={failure} />}</div>
      <Button type="submit" look="main" aria-disabled={busy || undefined}>
        {busy ? 'Проверяем…' : 'Войти'}
      </Button>
    </form>
  );
}
