'use client';

import { useId } from 'react';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumber, formText, formTextOrNull } from '@/ui/form-values';
import { saveResponsibilityAction } from '../actions';
import type { Choice, ResponsibilityRow } from '../structure-view';
import { usualDuties } from '../usual-duties';

type Props = { row?: ResponsibilityRow; duty?: string; staff: readonly Choice[]; today: string };

/** Who answers for what, by which order. */
export function ResponsibleDialog({ row, duty, staff, today }: Props) {
  const duties = useId();
  return (
    <ActDialog
      label={row ? 'Изменить…' : 'Назначить…'}
      confirm="Записать"
      title={row ? row.duty : 'Назначить ответственного'}
      small={row !== undefined || duty !== undefined}
      act={(form, key) => {
        const values = {
          staffId: formNumber(form, 'staffId'),
          duty: formText(form, 'duty'),
          orderNumber: formText(form, 'orderNumber'),
          orderedOn: formText(form, 'orderedOn'),
          startsOn: formText(form, 'startsOn'),
          endsOn: formTextOrNull(form, 'endsOn'),
        };
        return saveResponsibilityAction({ id: row?.id ?? null, version: row?.version ?? 0, ...values }, key);
      }}
    >
      <FormField
        name="duty"
        label="За что отвечает"
        defaultValue={row?.duty ?? duty}
        list={duties}
        maxLength={200}
        required
      />
      <datalist id={duties}>
        {usualDuties.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FormSelect name="staffId" label="Сотрудник" defaultValue={row?.staffId ?? ''} required>
        <option value="">выберите</option>
        {staff.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
      <div className="act-line">
        <FormField name="orderNumber" label="Приказ №" defaultValue={row?.orderNumber} maxLength={40} required />
        <FormField name="orderedOn" label="от" type="date" defaultValue={row?.orderedOn ?? today} required />
      </div>
      <div className="act-line">
        <FormField name="startsOn" label="С какого дня" type="date" defaultValue={row?.startsOn ?? today} required />
        <FormField name="endsOn" label="По какой день" type="date" defaultValue={row?.endsOn ?? ''} />
      </div>
    </ActDialog>
  );
}
