import type { World } from './world';

export type Who = keyof World['people'] | 'system' | 'anonymous';

/** A command, somebody who may run it, and an input that names every field the command knows. */
export type Example = { name: string; who: Who; input: Record<string, unknown> };

/** Acts of more than one row in the audit: an import has one for each author it carries over, opening a year one for each part. */
export const rowsOfAct: Readonly<Record<string, number>> = {
  'journal.import-lessons': 2,
  'academic-year.open-next': 6,
  'import.carry-out': 2,
  'people.hire': 3,
};
