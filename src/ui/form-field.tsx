'use client';

import { type ComponentProps, createContext, useContext, useId } from 'react';
import { Field, SelectField } from './field';

/** Names of the fields that the server refused, for the fields of the dialog that sent them. */
const RefusedFields = createContext<readonly string[]>([]);
export const RefusedFieldsProvider = RefusedFields.Provider;

/** `groups.0.name` is refused where `name` stands. */
function useRefusal(name: string): string | undefined {
  const refused = useContext(RefusedFields);
  return refused.some((path) => path.split('.').includes(name)) ? 'Проверьте это поле' : undefined;
}

type Named<Props> = Omit<Props, 'id' | 'error'> & { name: string };

/** A labelled input of a dialog that says itself when the server refuses its value. */
export function FormField({ name, ...rest }: Named<ComponentProps<typeof Field>>) {
  return <Field id={useId()} name={name} error={useRefusal(name)} {...rest} />;
}

/** The same as a choice. */
export function FormSelect({ name, ...rest }: Named<ComponentProps<typeof SelectField>>) {
  return <SelectField id={useId()} name={name} error={useRefusal(name)} {...rest} />;
}
