'use client';

import { periodKindLabels } from '@/texts/labels';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumber, formText } from '@/ui/form-values';
import { savePeriodAction } from '../actions';
import type { CalendarYear, PeriodRow } from '../calendar-view';

const kinds = ['semester', 'trimester', 'quarter', 'halfYear', 'year'] as const;

/** A new period of a year, or other days for one. */
export function PeriodDialog({ year, period }: { year: CalendarYear; period?: PeriodRow }) {
  return (
    <ActDialog
      label={period ? 'Изменить…' : 'Добавить период…'}
      confirm="Записать"
      title={period ? period.name : `Новый период ${year.name}`}
      small={period !== undefined}
      act={(form, key) => {
        const values = {
          yearId: year.id,
          kind: kinds.find((kind) => kind === formText(form, 'kind')) ?? 'semester',
          ordinal: formNumber(form, 'ordinal'),
          name: formText(form, 'name'),
          startsOn: formText(form, 'startsOn'),
          endsOn: formText(form, 'endsOn'),
        };
        return savePeriodAction({ id: period?.id ?? null, version: period?.version ?? 0, ...values }, key);
      }}
    >
      <FormField
        name="name"
        label="Название"
        defaultValue={period?.name}
        hint="Например: II семестр, выпускные группы"
        maxLength={60}
        required
      />
      <div className="act-line">
        <FormSelect name="kind" label="Вид" defaultValue={period?.kind ?? 'semester'}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {periodKindLabels[kind]}
            </option>
          ))}
        </FormSelect>
        <FormField
          name="ordinal"
          label="Который в году"
          type="number"
          min={1}
          max={12}
          defaultValue={period?.ordinal ?? 1}
          required
        />
      </div>
      <div className="act-line">
        <FormField
          name="startsOn"
          label="Первый день"
          type="date"
          min={year.startsOn}
          max={year.endsOn}
          defaultValue={period?.startsOn}
          required
        />
        <FormField
          name="endsOn"
          label="Последний день"
          type="date"
          min={year.startsOn}
          max={year.endsOn}
          defaultValue={period?.endsOn}
          required
        />
      </div>
    </ActDialog>
  );
}
