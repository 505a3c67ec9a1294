'use client';

import { vocabularyTerms } from '../regulation-choices';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';

/** What things are called (C-19): each word comes with all its forms. A word of one's own stays to be chosen. */
export function WordFields({ edits: { vocabulary }, set }: FieldsProps) {
  return (
    <fieldset>
      <legend>Слова</legend>
      {vocabularyTerms.map(({ id, term, nouns }) => {
        const current = vocabulary[id];
        const known = nouns.some(({ one }) => one === current.one) ? nouns : [current, ...nouns];
        return (
          <Choice
            key={id}
            id={`word-${id}`}
            label={term}
            options={known.map(({ one }) => [one, one] as const)}
            value={current.one}
            onChange={(chosen) => {
              const noun = known.find(({ one }) => one === chosen);
              if (noun) set({ vocabulary: { ...vocabulary, [id]: noun } });
            }}
          />
        );
      })}
    </fieldset>
  );
}
