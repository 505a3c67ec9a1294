'use client';

import { CheckField, Field } from '@/ui/field';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';
import { SignatoryFields } from './signatory-fields';

const numbers = [
  ['topRight', 'справа вверху'],
  ['topCenter', 'вверху посередине'],
] as const;
const firsts = [
  ['1', 'с первой'],
  ['2', 'со второй'],
] as const;
const orders = [
  ['alphabetical', 'по алфавиту'],
  ['curriculum', 'как в учебном плане'],
] as const;
const optional = [
  ['contents', 'содержание'],
  ['groupList', 'список группы'],
  ['substitutions', 'замены периода'],
  ['certification', 'заверительная надпись'],
] as const;
const order = ['title', 'contents', 'groupList', 'courses', 'substitutions', 'certification'] as const;

/** The hard copy: its looks, its parts and who signs it (C-13, C-14, C-17, C-18). */
export function PrintFields({ edits, set }: FieldsProps) {
  const { print } = edits;
  const put = (change: Partial<typeof print>) => set({ print: { ...print, ...change } });
  const title = (name: 'periodLedger' | 'summaryLedger', label: string) => (
    <Field
      id={`title-${name}`}
      label={label}
      maxLength={120}
      value={print.reportTitles[name]}
      onChange={({ target }) => put({ reportTitles: { ...print.reportTitles, [name]: target.value } })}
    />
  );
  const number = (name: 'bindingMarginMm' | 'lessonsPerPage', label: string, min: number, max: number) => (
    <Field
      id={name}
      label={label}
      type="number"
      min={min}
      max={max}
      value={print[name]}
      onChange={({ target }) => put({ [name]: Number(target.value) })}
    />
  );
  return (
    <fieldset>
      <legend>Твёрдая копия</legend>
      {title('periodLedger', 'Ведомость за период')}
      {title('summaryLedger', 'Сводная ведомость')}
      {number('bindingMarginMm', 'Поле для подшивки, мм', 20, 50)}
      {number('lessonsPerPage', 'Занятий на развороте', 4, 30)}
      <Choice
        id="page-number"
        label="Номер страницы"
        options={numbers}
        value={print.pageNumber}
        onChange={(pageNumber) => put({ pageNumber })}
      />
      <Choice
        id="first-number"
        label="Страницы нумеруются"
        options={firsts}
        value={print.firstNumberedPage === 1 ? '1' : '2'}
        onChange={(first) => put({ firstNumberedPage: first === '1' ? 1 : 2 })}
      />
      <Choice
        id="course-order"
        label="Дисциплины стоят"
        options={orders}
        value={print.courseOrder}
        onChange={(courseOrder) => put({ courseOrder })}
      />
      <div className="checks">
        <CheckField
          label="печать с двух сторон, поле у сгиба"
          checked={print.mirrored}
          onChange={({ target }) => put({ mirrored: target.checked })}
        />
        {optional.map(([part, words]) => (
          <CheckField
            key={part}
            label={words}
            checked={print.parts.includes(part)}
            onChange={({ target }) =>
              put({ parts: order.filter((one) => (one === part ? target.checked : print.parts.includes(one))) })
            }
          />
        ))}
      </div>
      <SignatoryFields list={print.signatories} onChange={(signatories) => put({ signatories })} />
    </fieldset>
  );
}
