'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { RefusedFieldsProvider } from './form-field';
import { Notice } from './notice';
import { useStepUp } from './step-up';

type Failure = { code: string; message: string; fields?: readonly string[] };
type Answer = { ok: true; result: unknown } | { ok: false; error: Failure };

type Props = {
  /** The button that opens the dialog, and the one in it that acts. */
  label: string;
  confirm: string;
  title: string;
  look?: 'plain' | 'main' | 'flat' | 'danger';
  small?: boolean;
  disabled?: boolean;
  /** Sends the form; `key` gives a repeated press one effect (T-100). */
  act: (form: FormData, key: string) => Promise<Answer>;
  /** Shown while the act runs, under the fields. */
  progress?: ReactNode;
  children: ReactNode;
};

const unreachable = 'Сервер не ответил. Проверьте связь и нажмите ещё раз: второй раз то же самое не сделается.';

/** Fields that bear the names of the code are marked in the form itself; words for people stay in the sentence. */
function sentenceOf({ message, fields = [] }: Failure): string {
  return fields.every((field) => /^[a-z]/i.test(field))
    ? message.replace(` Проверьте: ${fields.join(', ')}.`, '')
    : message;
}

/** An act of weight: a button, a dialog with its fields, the refusal in words beside them; what was typed stays. */
export function ActDialog({ label, confirm, title, look, small, disabled, act, progress, children }: Props) {
  const ask = useStepUp();
  const router = useRouter();
  const key = useRef('');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    key.current ||= crypto.randomUUID();
    setBusy(true);
    setFailure(null);
    setRefused([]);
    const answer: Answer | null = await ask(() => act(form, key.current)).catch(() => null);
    setBusy(false);
    if (answer) key.current = '';
    if (!answer?.ok) {
      setRefused(answer?.error.fields ?? []);
      return setFailure(answer ? sentenceOf(answer.error) : unreachable);
    }
    setOpen(false);
    router.refresh();
  }

  return (
    <>
      <Button look={look} size={small ? 'small' : 'normal'} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} title={title} onClose={() => !busy && setOpen(false)}>
        {open && (
          <form onSubmit={submit} className="act-form">
            <RefusedFieldsProvider value={refused}>{children}</RefusedFieldsProvider>
            {failure && (
              <Notice kind="error" live>
                {failure}
              </Notice>
            )}
            {busy && progress}
            <div className="act-foot">
              <Button type="submit" look={look === 'danger' ? 'danger' : 'main'} disabled={busy}>
                {busy ? 'Выполняется…' : confirm}
              </Button>
              <Button onClick={() => setOpen(false)} disabled={busy}>
                Не сейчас
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  );
}
