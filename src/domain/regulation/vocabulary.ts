import { z } from 'zod';

const form = z.string().min(1, 'Слово не может быть пустым.').max(60);

/** A Russian noun in the forms the interface needs: группа, группы, группе, группу, группой; группы, групп. */
export const nounSchema = z.strictObject({
  one: form,
  genitive: form,
  dative: form,
  accusative: form,
  instrumental: form,
  many: form,
  manyGenitive: form,
});

/** What the institution calls things (C-19). */
export const vocabularySchema = z.strictObject({
  group: nounSchema,
  curator: nounSchema,
  teacher: nounSchema,
  student: nounSchema,
  course: nounSchema,
  lesson: nounSchema,
  mark: nounSchema,
  period: nounSchema,
});

export type Noun = z.infer<typeof nounSchema>;
