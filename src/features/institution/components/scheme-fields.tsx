'use client';

import { Field } from '@/ui/field';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';

const homework = [
  ['withTopic', 'вписывается вместе с темой'],
  ['byHand', 'преподаватель пишет сам'],
] as const;

/** The term of a КТП and what becomes of its homework. */
export function SchemeFields({ edits: { schemes }, set }: FieldsProps) {
  const put = (change: Partial<typeof schemes>) => set({ schemes: { ...schemes, ...change } });
  return (
    <fieldset>
      <legend>КТП</legend>
      <Field
        id="scheme-days"
        label="КТП после утверждения программы, дней"
        hint="пусто: без срока"
        type="number"
        min={0}
        max={365}
        value={schemes.dueDays ?? ''}
        onChange={({ target }) => put({ dueDays: target.value === '' ? null : Number(target.value) })}
      />
      <Choice
        id="scheme-homework"
        label="Домашнее задание из КТП"
        options={homework}
        value={schemes.homework}
        onChange={(value) => put({ homework: value })}
      />
    </fieldset>
  );
}
