'use client';

import { CheckField, Field } from '@/ui/field';
import { EditChoice } from './edit-choice';
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
      {codes.map((code, place) => (
        <div key={code.id} className="code-line">
          <Field
            id={`symbol-${code.id}`}
            label="Код"
            value={code.symbol}
            maxLength={4}
            onChange={({ target }) => change(place, { symbol: target.value })}
          />
          <Field
            id={`printed-${code.id}`}
            label="В печати"
            value={code.printed}
            maxLength={4}
            onChange={({ target }) => change(place, { printed: target.value })}
          />
          <Field
            id={`label-${code.id}`}
            label="Значение"
            value={code.label}
            maxLength={120}
            onChange={({ target }) => change(place, { label: target.value })}
          />
          <CheckField
            label="пропуск часов"
            checked={code.countsHours}
            onChange={({ target }) => change(place, { countsHours: target.checked })}
          />
        </div>
      ))}
    </fieldset>
  );
}
