'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { announceWorksAction } from '../actions';

/** Day and hours of the works, in local time; an end before the beginning is of the next day. */
export function WorksForm({ today }: { today: string }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const [wanted, setWanted] = useState({ date: today, from: '22:00', to: '23:00', note: '' });
  const field = (name: keyof typeof wanted, label: string, type: 'date' | 'time' | 'text') => (
    <Field
      id={`works-${name}`}
      label={label}
      type={type}
      value={wanted[name]}
      required={type !== 'text'}
      {...(type === 'text' ? { maxLength: 300 } : {})}
      {...(type === 'date' ? { min: today } : {})}
      onChange={({ target }) => setWanted({ ...wanted, [name]: target.value })}
    />
  );
  const announce = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await announceWorksAction(wanted).catch(() => null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Повторите.'));
      if (!answer?.ok) return;
      setWanted({ ...wanted, note: '' });
      router.refresh();
    });
  };
  return (
    <form className="report-form" onSubmit={announce}>
      {field('date', 'День', 'date')}
      {field('from', 'С', 'time')}
      {field('to', 'До', 'time')}
      {field('note', 'Пояснение', 'text')}
      <Button type="submit" disabled={busy}>
        Объявить работы
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </form>
  );
}
