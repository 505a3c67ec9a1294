'use client';

import type { RegulationEdits } from '@/domain/regulation/edit-regulation';
import { CheckField } from '@/ui/field';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';

type Named<Value> = {
  [Key in keyof RegulationEdits]: RegulationEdits[Key] extends Value ? Key : never;
}[keyof RegulationEdits];
type ChoiceField = Exclude<Named<string>, 'title'>;

type Props<Field extends ChoiceField> = FieldsProps & {
  field: Field;
  label: string;
  options: readonly (readonly [RegulationEdits[Field], string])[];
};

/** A setting that is one of a few values. */
export function EditChoice<Field extends ChoiceField>({ edits, set, field, label, options }: Props<Field>) {
  return (
    <Choice
      id={field}
      label={label}
      options={options}
      value={edits[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
}

/** A setting that is on or off. */
export function EditCheck({ edits, set, field, label }: FieldsProps & { field: Named<boolean>; label: string }) {
  return (
    <CheckField label={label} checked={edits[field]} onChange={({ target }) => set({ [field]: target.checked })} />
  );
}
