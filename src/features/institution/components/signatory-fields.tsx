'use client';

import type { RegulationEdits } from '@/domain/regulation/edit-regulation';
import { Button } from '@/ui/button';
import { CheckField } from '@/ui/field';
import { EditCell, EditLines, RemoveCell } from './edit-lines';

type Signatory = RegulationEdits['print']['signatories'][number];

const roles = [
  ['teacher', 'преподаватель'],
  ['curator', 'куратор'],
  ['deputyDirector', 'заместитель директора'],
  ['director', 'директор'],
] as const;
const places = [
  ['course', 'под дисциплиной'],
  ['set', 'в конце дела'],
] as const;

type Props = { list: readonly Signatory[]; onChange: (list: Signatory[]) => void };

/** Who signs, where, under which title (C-14). */
export function SignatoryFields({ list, onChange }: Props) {
  const change = (place: number, part: Partial<Signatory>) =>
    onChange(list.map((one, index) => (index === place ? { ...one, ...part } : one)));
  const fresh: Signatory = { role: 'deputyDirector', title: 'Заместитель директора', place: 'set', seal: false };
  return (
    <>
      <EditLines heads={['Подписывает', 'Где', 'Должность в подписи', 'Печать']}>
        {list.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a signature has no name of its own; only the last line is added.
          <tr key={place}>
            <td data-head="Подписывает">
              <Pick
                of={one.title}
                head="Подписывает"
                options={roles}
                value={one.role}
                onPick={(role) => change(place, { role })}
              />
            </td>
            <td data-head="Где">
              <Pick
                of={one.title}
                head="Где"
                options={places}
                value={one.place}
                onPick={(where) => change(place, { place: where })}
              />
            </td>
            <EditCell
              head="Должность в подписи"
              of={String(place + 1)}
              value={one.title}
              maxLength={120}
              onType={(title) => change(place, { title })}
            />
            <td>
              <CheckField
                label="место печати"
                checked={one.seal}
                onChange={({ target }) => change(place, { seal: target.checked })}
              />
            </td>
            <RemoveCell
              of={`подпись: ${one.title}`}
              onRemove={() => onChange(list.filter((_, index) => index !== place))}
            />
          </tr>
        ))}
      </EditLines>
      <Button size="small" onClick={() => onChange([...list, fresh])}>
        Добавить подпись
      </Button>
    </>
  );
}

type PickProps<Value extends string> = {
  head: string;
  of: string;
  options: readonly (readonly [Value, string])[];
  value: Value;
  onPick: (value: Value) => void;
};

function Pick<Value extends string>({ head, of, options, value, onPick }: PickProps<Value>) {
  return (
    <select
      className="input"
      aria-label={`${head}: ${of}`}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([option]) => option === target.value);
        if (chosen) onPick(chosen[0]);
      }}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
