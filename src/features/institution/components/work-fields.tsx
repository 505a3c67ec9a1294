'use client';

import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import type { FieldsProps } from './fields-props';

type Work = FieldsProps['edits']['taskTypes'][number];

/** An id that no version has used: old marks must not come to mean another work. */
function freshId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(10));
  return `own${[...letters].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** Kinds of work, their terms and weights (R-061, R-067, C-04, G-02). One that is in use cannot be taken out. */
export function WorkFields({ edits: { taskTypes, algorithm }, set }: FieldsProps) {
  const change = (place: number, part: Partial<Work>) =>
    set({ taskTypes: taskTypes.map((type, index) => (index === place ? { ...type, ...part } : type)) });
  const add = () =>
    set({ taskTypes: [...taskTypes, { id: freshId(), label: '', short: '', markWithinDays: null, weight: 1 }] });
  return (
    <fieldset>
      <legend>Виды работ</legend>
      {taskTypes.map((type, place) => (
        <div key={type.id} className="code-line">
          <Field
            id={`short-${type.id}`}
            label="Сокращение"
            value={type.short}
            maxLength={6}
            onChange={({ target }) => change(place, { short: target.value })}
          />
          <Field
            id={`days-${type.id}`}
            label="Дней до отметки"
            type="number"
            min={0}
            max={365}
            value={type.markWithinDays ?? ''}
            onChange={({ target }) =>
              change(place, { markWithinDays: target.value === '' ? null : Number(target.value) })
            }
          />
          <Field
            id={`work-${type.id}`}
            label="Название"
            value={type.label}
            maxLength={80}
            onChange={({ target }) => change(place, { label: target.value })}
          />
          {algorithm === 'weighted' && (
            <Field
              id={`weight-${type.id}`}
              label="Вес"
              type="number"
              min={1}
              max={10}
              value={type.weight}
              onChange={({ target }) => change(place, { weight: Number(target.value) })}
            />
          )}
          <Button size="small" onClick={() => set({ taskTypes: taskTypes.filter(({ id }) => id !== type.id) })}>
            Убрать<span className="sr-only"> {type.label}</span>
          </Button>
        </div>
      ))}
      <Button size="small" onClick={add}>
        Добавить вид работы
      </Button>
    </fieldset>
  );
}
