'use client';

import { SelectField } from '@/ui/field';

type ChoiceProps<Value extends string> = {
  id: string;
  label: string;
  options: readonly (readonly [Value, string])[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A select whose value is one of its options, also for the compiler. */
export function Choice<Value extends string>({ id, label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <SelectField
      id={id}
      label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([option]) => option === target.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
