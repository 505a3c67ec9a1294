'use client';

import { CheckField } from '@/ui/field';
import { EditChoice } from './edit-choice';
import { EditCell, EditLines } from './edit-lines';
import type { FieldsProps } from './fields-props';

const owners = [
  ['teacher', 'преподаватель'],
  ['curator', 'куратор'],
  ['both', 'преподаватель и куратор'],
] as const;
const prevailing = [
  ['last', 'внесённая последней'],
  ['teacher', 'преподавателя'],
  ['curator', 'куратора'],
] as const;

/** Who writes what about attendance, and how its codes look. */
export function AttendanceFields({ edits, set }: FieldsProps) {
  const { codes } = edits;
  const own = { edits, set };
  const change = (place: number, part: Partial<(typeof codes)[number]>) =>
    set({ codes: codes.map((code, index) => (index === place ? { ...code, ...part } : code)) });
  return (
    <fieldset>
      <legend>Посещаемость</legend>
      <EditChoice {...own} field="presenceBy" label="Отсутствие отмечает" options={owners} />
      <EditChoice {...own} field="reasonBy" label="Причину указывает" options={owners} />
      <EditChoice {...own} field="prevails" label="При расхождении остаётся запись" options={prevailing} />
      <EditLines heads={['Код', 'В печати', 'Значение']}>
        {codes.map((code, place) => (
          <tr key={code.id}>
            <EditCell
              narrow
              head="Код"
              of={code.label}
              value={code.symbol}
              maxLength={4}
              onType={(symbol) => change(place, { symbol })}
            />
            <EditCell
              narrow
              head="В печати"
              of={code.label}
              value={code.printed}
              maxLength={4}
              onType={(printed) => change(place, { printed })}
            />
            <EditCell
              head="Значение"
              of={code.symbol}
              value={code.label}
              maxLength={120}
              onType={(label) => change(place, { label })}
            />
            <td>
              <CheckField
                label="пропуск часов"
                checked={code.countsHours}
                onChange={({ target }) => change(place, { countsHours: target.checked })}
              />
            </td>
          </tr>
        ))}
      </EditLines>
    </fieldset>
  );
}
