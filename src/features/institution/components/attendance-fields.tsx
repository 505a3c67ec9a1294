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

/** What a code looks like, and by which of its words a field is told from those of other codes. */
const texts = [
  { field: 'symbol', of: 'label', head: 'Код', maxLength: 4, narrow: true },
  { field: 'printed', of: 'label', head: 'В печати', maxLength: 4, narrow: true },
  { field: 'label', of: 'symbol', head: 'Значение', maxLength: 120, narrow: false },
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
      <EditLines heads={texts.map(({ head }) => head)}>
        {codes.map((code, place) => (
          <tr key={code.id}>
            {texts.map(({ field, of, ...cell }) => (
              <EditCell
                key={field}
                {...cell}
                of={code[of]}
                value={code[field]}
                onType={(text) => change(place, { ...code, [field]: text })}
              />
            ))}
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
