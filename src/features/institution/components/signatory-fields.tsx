'use client';

import type { RegulationEdits } from '@/domain/regulation/edit-regulation';
import { Button } from '@/ui/button';
import { CheckField, Field } from '@/ui/field';
import { Choice } from './choice';

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
      {list.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signature has no name of its own; only the last line is added.
        <div key={place} className="code-line signatory">
          <Choice
            id={`signs-${place}`}
            label="Подписывает"
            options={roles}
            value={one.role}
            onChange={(role) => change(place, { role })}
          />
          <Choice
            id={`signs-at-${place}`}
            label="Где"
            options={places}
            value={one.place}
            onChange={(where) => change(place, { place: where })}
          />
          <Field
            id={`signs-as-${place}`}
            label="Должность в подписи"
            maxLength={120}
            value={one.title}
            onChange={({ target }) => change(place, { title: target.value })}
          />
          <CheckField
            label="место печати"
            checked={one.seal}
            onChange={({ target }) => change(place, { seal: target.checked })}
          />
          <Button size="small" onClick={() => onChange(list.filter((_, index) => index !== place))}>
            Убрать<span className="sr-only"> подпись: {one.title}</span>
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...list, fresh])}>
        Добавить подпись
      </Button>
    </>
  );
}
