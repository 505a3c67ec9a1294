'use client';

import { Field } from '@/ui/field';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';

const unfinished = [
  ['refuse', 'не даёт закрыть год'],
  ['confirm', 'закрывается с указанием причины'],
] as const;
const debtors = [
  ['conditional', 'переводятся условно'],
  ['retain', 'остаются на курсе'],
] as const;

/** The end of the year and what is opened again after it (G-05, G-06). */
export function YearFields({ edits: { yearEnd }, set }: FieldsProps) {
  const put = (change: Partial<typeof yearEnd>) => set({ yearEnd: { ...yearEnd, ...change } });
  return (
    <fieldset>
      <legend>Закрытие года</legend>
      <Choice
        id="unfinished"
        label="Незаполненный журнал"
        options={unfinished}
        value={yearEnd.unfinished}
        onChange={(value) => put({ unfinished: value })}
      />
      <Choice
        id="debtors"
        label="Студенты с долгами"
        options={debtors}
        value={yearEnd.debtors}
        onChange={(value) => put({ debtors: value })}
      />
      {yearEnd.debtors === 'conditional' && (
        <Field
          id="conditional-debts"
          label="Условно, если долгов не больше"
          hint="пусто: при любом числе"
          type="number"
          min={1}
          max={50}
          value={yearEnd.conditionalDebts ?? ''}
          onChange={({ target }) => put({ conditionalDebts: target.value === '' ? null : Number(target.value) })}
        />
      )}
      <Field
        id="reopen-days"
        label="Закрытый период открывают, дней"
        type="number"
        min={1}
        max={90}
        value={yearEnd.reopenDays}
        onChange={({ target }) => put({ reopenDays: Number(target.value) })}
      />
    </fieldset>
  );
}
