'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { requestCollegePrintAction } from '../college-print/actions';

type Option = { id: number; label: string };

/** Begins the print of all groups; a double press has one effect (T-100). */
export function CollegePrintForm({
  periods,
  departments,
}: {
  periods: readonly Option[];
  departments: readonly Option[];
}) {
  const router = useRouter();
  const key = useRef('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const department = Number(form.get('department'));
    start(async () => {
      key.current ||= crypto.randomUUID();
      const wish = { period: Number(form.get('period')), ...(department > 0 ? { department } : {}) };
      const answer = await requestCollegePrintAction(wish, key.current);
      key.current = '';
      setRefusal(answer.ok ? null : answer.error.message);
      router.refresh();
    });
  };
  return (
    <form className="report-form no-print" onSubmit={submit}>
      <SelectField id="college-period" name="period" label="Период">
        {periods.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField id="college-department" name="department" label="Отделение">
        <option value="">все отделения</option>
        {departments.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="main" disabled={busy || periods.length === 0}>
        Напечатать все группы
      </Button>
      {refusal && (
        <Notice kind="error" live>
          {refusal}
        </Notice>
      )}
    </form>
  );
}
