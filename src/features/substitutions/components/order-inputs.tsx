'use client';

import type { LocalDate } from '@/domain/types';
import { FormField } from '@/ui/form-field';

type Known = { reason: string; orderNumber: string; orderedOn: LocalDate | null };

const usualReasons = [
  'больничный лист',
  'служебная командировка',
  'курсы повышения квалификации',
  'отпуск',
  'отгул',
  'мероприятие',
];

/** Why, and by which order; the order may follow later. */
export function OrderInputs({ known, on }: { known?: Known | null; on: LocalDate }) {
  return (
    <>
      <FormField
        name="reason"
        label="Причина"
        list="usual-reasons"
        autoComplete="off"
        maxLength={200}
        defaultValue={known?.reason ?? ''}
        required
      />
      <datalist id="usual-reasons">
        {usualReasons.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <FormField
        name="orderNumber"
        label="Приказ, номер"
        hint="можно оставить пустым, если приказа ещё нет"
        maxLength={40}
        defaultValue={known?.orderNumber ?? ''}
      />
      <FormField name="orderedOn" label="Приказ, дата" type="date" defaultValue={known?.orderedOn ?? on} required />
    </>
  );
}

/** What these inputs hold, as the commands take it. */
export function orderOf(form: FormData): { reason: string; orderNumber: string; orderedOn: string } {
  const text = (name: string): string => String(form.get(name) ?? '');
  return { reason: text('reason'), orderNumber: text('orderNumber'), orderedOn: text('orderedOn') };
}
