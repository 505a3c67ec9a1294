'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formText } from '@/ui/form-values';
import { Notice } from '@/ui/notice';
import { requestChangeAction } from '../actions';
import { type DataField, dataLabels } from '../card-words';

type Props = {
  studentId: number;
  about: 'student' | 'self';
  title: string;
  /** What the college has now. */
  stood: Readonly<Record<DataField, string>>;
};

const contacts = ['phone', 'email'] as const;
const addresses = ['registeredAddress', 'livingAddress'] as const;
const names = ['lastName', 'firstName', 'middleName'] as const;

/** Fields as they stand; what is different is sent. What was typed stays until the college has it. */
export function RequestForm({ studentId, about, title, stood }: Props) {
  const router = useRouter();
  const key = useRef('');
  const [said, setSaid] = useState<{ kind: 'error' | 'done'; text: string } | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, start] = useTransition();
  const fields = about === 'student' ? [...contacts, ...addresses, ...names] : [...contacts, ...names];

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const different = fields.filter((field) => formText(form, field) !== stood[field]);
    const changes = Object.fromEntries(different.map((field) => [field, formText(form, field)]));
    key.current ||= crypto.randomUUID();
    start(async () => {
      const given = { studentId, about, changes, text: formText(form, 'text') };
      const answer = await requestChangeAction(given, key.current).catch(() => null);
      if (answer) key.current = '';
      setRefused(answer && !answer.ok ? (answer.error.fields ?? []) : []);
      if (answer?.ok) {
        setSaid({ kind: 'done', text: 'Отправлено. Ответ появится здесь.' });
        return router.refresh();
      }
      setSaid({ kind: 'error', text: answer?.error.message ?? 'Сервер не ответил, заявка не отправлена. Повторите.' });
    });
  }

  return (
    <details className="own-form">
      <summary>
        <h2>{title}</h2>
      </summary>
      <form className="card-form" onSubmit={send}>
        {fields.map((field) => (
          <Field
            key={field}
            id={`${about}-${field}`}
            name={field}
            label={capital(dataLabels[field])}
            type={field === 'phone' ? 'tel' : field === 'email' ? 'email' : 'text'}
            defaultValue={stood[field]}
            maxLength={300}
            required={field === 'lastName' || field === 'firstName'}
            error={refused.some((path) => path.endsWith(field)) ? 'Проверьте это поле' : undefined}
          />
        ))}
        <div className="line">
          <Field id={`${about}-text`} name="text" label="Пояснение, если нужно" maxLength={500} />
        </div>
        <div className="line card-foot">
          <Button type="submit" look="main" size="big" disabled={busy}>
            Сообщить об изменении
          </Button>
          {said && (
            <Notice kind={said.kind} live>
              {said.text}
            </Notice>
          )}
        </div>
      </form>
    </details>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
