'use client';

import { Button } from '@/ui/button';
import { EditCell, EditLines, RemoveCell } from './edit-lines';
import type { FieldsProps } from './fields-props';

type Work = FieldsProps['edits']['taskTypes'][number];

/** An id that no version has used: old marks must not come to mean another work. */
function freshId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(10));
  return `own${[...letters].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** Kinds of work, their terms and weights (R-061, R-067, C-04, G-02). One that is in use cannot be taken out. */
export function WorkFields({ edits: { taskTypes, algorithm }, set }: FieldsProps) {
  const weighted = algorithm === 'weighted';
  const change = (place: number, part: Partial<Work>) =>
    set({ taskTypes: taskTypes.map((type, index) => (index === place ? { ...type, ...part } : type)) });
  const add = () =>
    set({ taskTypes: [...taskTypes, { id: freshId(), label: '', short: '', markWithinDays: null, weight: 1 }] });
  return (
    <fieldset>
      <legend>Виды работ</legend>
      <EditLines heads={['Сокращение', 'Название', 'Дней до отметки', ...(weighted ? ['Вес'] : [])]}>
        {taskTypes.map((type, place) => (
          <tr key={type.id}>
            <EditCell
              narrow
              head="Сокращение"
              of={type.label}
              value={type.short}
              maxLength={6}
              onType={(short) => change(place, { short })}
            />
            <EditCell
              head="Название"
              of={type.short}
              value={type.label}
              maxLength={80}
              onType={(label) => change(place, { label })}
            />
            <EditCell
              head="Дней до отметки"
              of={type.label}
              type="number"
              min={0}
              max={365}
              placeholder="без срока"
              value={type.markWithinDays ?? ''}
              onType={(days) => change(place, { markWithinDays: days === '' ? null : Number(days) })}
            />
            {weighted && (
              <EditCell
                head="Вес"
                of={type.label}
                type="number"
                min={1}
                max={10}
                value={type.weight}
                onType={(weight) => change(place, { weight: Number(weight) })}
              />
            )}
            <RemoveCell
              of={type.label}
              onRemove={() => set({ taskTypes: taskTypes.filter(({ id }) => id !== type.id) })}
            />
          </tr>
        ))}
      </EditLines>
      <Button size="small" onClick={add}>
        Добавить вид работы
      </Button>
    </fieldset>
  );
}
