'use client';

import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';

type Answer<Result> = { ok: true; result: Result } | { ok: false; error: { code: string; message: string } };
type Ask = <Result>(work: () => Promise<Answer<Result>>) => Promise<Answer<Result>>;

const StepUp = createContext<Ask>((work) => work());

/** Runs an act; where the server wants the password first, asks for it and repeats the act (T-011). */
export function useStepUp(): Ask {
  return useContext(StepUp);
}

type Props = { confirm: (input: { password: string }) => Promise<Answer<unknown>>; children: ReactNode };

/** Holds the small dialog that dangerous acts of the page share. */
export function StepUpProvider({ confirm, children }: Props) {
  const waiting = useRef<((allowed: boolean) => void) | null>(null);
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const settle = useCallback((allowed: boolean) => {
    waiting.current?.(allowed);
    waiting.current = null;
    setFailure(null);
    setOpen(false);
  }, []);

  const ask: Ask = useCallback(async (work) => {
    const answer = await work();
    if (answer.ok || answer.error.code !== 'REAUTH_REQUIRED') return answer;
    const allowed = await new Promise<boolean>((resolve) => {
      waiting.current = resolve;
      setOpen(true);
    });
    return allowed ? work() : answer;
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const password = String(new FormData(form).get('password') ?? '');
    const answer = await confirm({ password }).catch(() => null);
    if (answer?.ok) {
      form.reset();
      return settle(true);
    }
    setFailure(answer?.error.message ?? 'Сервер не ответил. Проверьте связь и повторите.');
  }

  return (
    <StepUp value={ask}>
      {children}
      <Dialog open={open} title="Подтвердите паролем" onClose={() => settle(false)} urgent>
        <form onSubmit={submit} className="step-up">
          <p>Действие важное. Введите свой пароль: следующие десять минут его не спросят.</p>
          <Field
            id="step-up-password"
            name="password"
            label="Пароль"
            type="password"
            autoComplete="current-password"
            maxLength={512}
            required
            error={failure}
          />
          <Button type="submit" look="main">
            Подтвердить
          </Button>
        </form>
      </Dialog>
    </StepUp>
  );
}
