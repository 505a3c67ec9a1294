'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { changePasswordAction } from '../actions';
import { signIn } from '../sign-in';
import { PasswordLine } from './password-line';

type Props = { login: string; issued: boolean; rules: string; shared: boolean };

/** Old password, new one twice; afterwards the browser signs in anew, for all sessions have ended (T-007). */
export function ChangePasswordForm({ login, issued, rules, shared }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function change(data: FormData): Promise<string | null> {
    const [current, next] = [String(data.get('current') ?? ''), String(data.get('next') ?? '')];
    if (next !== String(data.get('again') ?? '')) {
      return 'Новый пароль и его повтор различаются. Введите одно и то же в обе строки.';
    }
    const answer = await changePasswordAction({ current, next });
    if (!answer.ok) return answer.error.message;
    const failed = await signIn({ login, password: next, shared });
    window.location.assign(failed ? '/login' : '/');
    return null;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const wrong = await change(new FormData(event.currentTarget)).catch(
      () =>
        'Сервер не ответил, пароль не изменён. Проверьте связь и нажмите кнопку ещё раз: введённое осталось на странице.',
    );
    setFailure(wrong);
    setBusy(wrong === null);
  }

  return (
    <form method="post" action="/password" onSubmit={submit}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordLine id="current" label={issued ? 'С листка' : 'Прежний'} />
      <PasswordLine id="next" label="Новый" autoComplete="new-password" />
      <PasswordLine id="again" label="Ещё раз" autoComplete="new-password" />
      <p className="label-help">{rules}</p>
      <div role="alert">{failure && <Notice kind="error">{failure}</Notice>}</div>
      <Button type="submit" look="main" aria-disabled={busy || undefined}>
        {busy ? 'Записываем…' : 'Задать пароль'}
      </Button>
    </form>
  );
}
